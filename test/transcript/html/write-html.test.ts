import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Transcript, untimed, wordsOf } from '../../../src/episode/transcript.ts';
import { gatherTurns } from '../../../src/transcript/gather-turns.ts';
import { readHtml } from '../../../src/transcript/html/read-html.ts';
import { writeHtml } from '../../../src/transcript/write/write-html.ts';
import { cueTimed, untimedTurns } from '../arbitrary-transcript.ts';

const runs = { seed: 1969, numRuns: 200 };

test('turns, speakers and paragraphs come back as they were written', () => {
  fc.assert(
    fc.property(untimedTurns('anything'), (transcript) => {
      expect(readHtml(writeHtml(transcript)).transcript).toEqual(transcript);
    }),
    runs,
  );
});

test('the first word of a paragraph comes back with its time in whole seconds', () => {
  fc.assert(
    fc.property(cueTimed('plain'), (transcript) => {
      const back = readHtml(writeHtml(transcript)).transcript;
      expect(starts(back)).toEqual(starts(transcript).map((start) => start && Math.floor(start)));
      expect(Array.from(wordsOf(back), ({ text }) => text)).toEqual(
        Array.from(wordsOf(transcript), ({ text }) => text),
      );
    }),
    runs,
  );
});

test('the language is left out where nobody knows it', () => {
  const transcript = gatherTurns([{ speakers: [], words: [untimed('One')], opensParagraph: true }]);
  expect(writeHtml(transcript)).toContain('<html>\n');
  expect(writeHtml({ ...transcript, language: 'pt-BR' })).toContain('<html lang="pt-BR">');
});

test('breaks come back with their names and times', () => {
  const breaks = [
    { label: null, start: null, end: null },
    { label: 'Ad break', start: 62, end: 90.5 },
    { label: 'Outro', start: null, end: null },
  ];
  const transcript: Transcript = {
    ...gatherTurns(
      breaks.map((found, at) => ({
        speakers: at === 2 ? [] : ['Ann'],
        words: [untimed('One')],
        opensParagraph: true,
        breaksBefore: [found],
      })),
    ),
    breaksAfter: [{ label: 'Break', start: 100, end: null }],
  };
  expect(readHtml(writeHtml(transcript)).transcript).toEqual(transcript);
});

test('no mark of a word or a name is taken for markup', () => {
  const words = ['<script>', '&amp;', '"\'', '</p>'].map(untimed);
  const html = writeHtml(gatherTurns([{ speakers: ['<b>'], words, opensParagraph: true }]));
  expect(html).toContain('<cite>&lt;b&gt;:</cite>');
  expect(html).toContain('<p>&lt;script&gt; &amp;amp; &quot;&#39; &lt;/p&gt;</p>');
});

function starts(transcript: Transcript): (number | null)[] {
  return transcript.turns.flatMap(({ paragraphs }) =>
    paragraphs.map(({ words }) => words[0]!.start),
  );
}
