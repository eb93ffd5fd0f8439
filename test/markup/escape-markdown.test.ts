import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/markup/escape-markdown.ts';

test.each([
  'It costs $5 – 3 * 2, says R_2 (a snake_case name).',
  'He said "no" & left; AT&T stayed #1.',
  '[laughter] and [music] (softly)',
  'a < b > c, 10:30 - 11:00, 100%!',
])('plain speech stays as it is: %s', (text) => {
  expect(escapeMarkdown(text, true)).toBe(text);
});

test.each([
  ['1. One', '1\\. One'],
  ['- One', '\\- One'],
  ['# One', '\\# One'],
  ['> One', '\\> One'],
  ['---', '\\---'],
  ['*so* __much__ `code` ~~gone~~', '\\*so\\* \\_\\_much\\_\\_ \\`code\\` \\~\\~gone\\~\\~'],
  ['[a](b)', '\\[a](b)'],
  ['<b> &amp; \\*', '\\<b> \\&amp; \\\\\\*'],
])('what would change meaning does not: %s', (text, escaped) => {
  expect(escapeMarkdown(text, true)).toBe(escaped);
});

test('any words come out of a Markdown reader as they went in', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'*_`~<>&[]()!#+-=|\\:.1a"\'^$'.split(''),
      '](',
      '[^',
      '&amp;',
      '&#65;',
      '```',
      '10)',
      'http',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const word = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.join('').replace(/[\s\p{Cc}\p{Cs}]/gu, ''))
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.boolean(), (words, opens) => {
      const text = words.join(' ');
      const html = String(
        marked.parse(opens ? escapeMarkdown(text, true) : `**A:** ${escapeMarkdown(text, false)}`),
      );
      const plain = textOf(html);
      expect(plain).toBe(opens ? text : `A: ${text}`);
      expect(html.match(/^<(?!p>)/)).toBeNull();
    }),
    { seed: 1969, numRuns: 1000 },
  );
});

function textOf(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!)
    .trim();
}
