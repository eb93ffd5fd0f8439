import { expect, test } from 'vitest';
import type { Word } from '../../src/episode/transcript.ts';
import { passagesOf } from '../../src/render/passages.ts';

/** `word` is sure, `word?` doubtful, `[word]` a stage direction, `word*` of unknown confidence. */
function paragraph(text: string): Word[] {
  return text.split(' ').map((word) => ({
    text: word,
    start: null,
    end: null,
    confidence: word.endsWith('?') ? 0.2 : word.endsWith('*') ? null : 0.9,
    ...(word.startsWith('[') ? { direction: true as const } : {}),
  }));
}

test.each([
  ['a b c', ['said: a b c']],
  ['a [laughs loudly] b', ['said: a', 'direction: [laughs', 'said: loudly] b']],
  ['a [laughs] [loudly] b', ['said: a', 'direction: [laughs] [loudly]', 'said: b']],
  ['a b? c? d? e? f', ['said: a', 'unsure: b? c? d? e?', 'said: f']],
  ['a b? c? d? e', ['said: a b? c? d? e']],
  ['a* b* c* d* e*', ['said: a* b* c* d* e*']],
  ['a? b? [x] c? d?', ['said: a? b?', 'direction: [x]', 'said: c? d?']],
])('“%s”', (text, shown) => {
  const passages = passagesOf(paragraph(text));
  expect(
    passages.map(({ kind, words }) => `${kind}: ${words.map((w) => w.text).join(' ')}`),
  ).toEqual(shown);
});
