import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/episode/transcript.ts';
import { readTranscript } from '../../../src/transcript/read.ts';

// The same talk, as each engine would have written it down.
const golden = join(import.meta.dirname, '..', 'golden', 'json');
const others = ['phrases.json', 'words.json'];
const files = readdirSync(golden).filter(
  (name) => name.endsWith('.json') && !others.includes(name),
);

const words = 'is the kettle on it is and it sings good then pour';
const starts = [0.5, 0.65, 0.75, 1.2, 2, 2.12, 2.6, 2.75, 2.85, 3.9, 6.5, 6.75];

/** Dialects, or ways of asking for them, that do not tell who speaks. */
const nameless = [
  ...['aeneas', 'faster-whisper-tuples', 'vosk-lines', 'youtube'],
  ...['whisper', 'whisper-chunks', 'whisper-service'],
];
/** Those that time what they call segments, not words. */
const phrased = ['aeneas', 'podlove', 'podlove-grouped', 'whisper-chunks', 'youtube-captions'];
const unmarked = ['ibm-watson', 'vosk-lines'];

describe.each(files)('%s', (file) => {
  const name = file.replace('.json', '');
  const { transcript, problems } = readTranscript(readFileSync(join(golden, file)), file);
  const said = [...wordsOf(transcript)].filter(({ direction }) => !direction);

  test('has the words of the talk, in order', () => {
    expect(bare(said.map(({ text }) => text).join(' '))).toBe(words);
    const marks = said.filter(({ text }) => /[.,?]$/.test(text)).length;
    expect(marks).toBe(unmarked.includes(name) ? 0 : 5);
    expect(problems).toEqual([]);
  });

  test('tells who speaks, where the dialect does', () => {
    const turns = transcript.turns.map(({ speakers }) => speakers[0]);
    if (nameless.includes(name)) {
      expect(turns).toEqual([undefined]);
    } else {
      const [ann, bo] = transcript.speakers.map(({ label }) => label);
      expect(turns).toEqual([ann, bo, ann]);
      expect(bo).toBeDefined();
    }
  });

  test('has the times that were measured, and no others', () => {
    for (const [at, word] of said.entries()) expect([starts[at], null]).toContain(word.start);
    const untimed = said.filter(({ start }) => start === null).length;
    const left = name === 'whisperx' ? 1 : 0;
    if (!phrased.includes(name)) expect(untimed).toBe(left);
    expect(said[0]!.start).toBe(0.5);
  });
});

test('the language is a BCP 47 tag, however a dialect says it', () => {
  const languageOf = (name: string) =>
    readTranscript(readFileSync(join(golden, name)), name).transcript.language;
  expect(new Set(files.map(languageOf))).toEqual(new Set(['en', 'en-GB', null]));
  expect(languageOf('whisper-service.json')).toBe('en');
});

function bare(text: string): string {
  return text.toLowerCase().replace(/[.,?]/g, '');
}
