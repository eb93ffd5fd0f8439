import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TranscriptForm } from '../../src/episode/episode.ts';
import { type Transcript, wordsOf } from '../../src/episode/transcript.ts';
import { readTranscript } from '../../src/transcript/read.ts';
import { writeTranscript } from '../../src/transcript/write.ts';
import { cueTimed, segmentTimed, untimedTurns, wordTimed } from './arbitrary-transcript.ts';

const runs = { seed: 1969, numRuns: 150 };

interface Carried {
  form: TranscriptForm;
  /** Transcripts with no more than the form can hold. */
  holds: fc.Arbitrary<Transcript>;
}

const forms: Carried[] = [
  { form: 'vtt', holds: cueTimed('anything') },
  { form: 'srt', holds: cueTimed('plain') },
  { form: 'json', holds: segmentTimed('anything') },
  { form: 'txt', holds: untimedTurns('plain') },
  { form: 'md', holds: untimedTurns('anything') },
];

describe.each(forms)('$form', ({ form, holds }) => {
  test('what was read, written and read again is the same transcript', () => {
    fc.assert(
      fc.property(holds, (transcript) => {
        expect(again(transcript, form)).toEqual(transcript);
      }),
      runs,
    );
  });
});

describe.each(['vtt', 'srt', 'json'] as const)('%s of words with times', (form) => {
  const words = form === 'srt' ? 'plain' : 'anything';

  test('keeps every word and who said it', () => {
    fc.assert(
      fc.property(wordTimed(words), (transcript) => {
        const back = again(transcript, form);
        expect(texts(back)).toEqual(texts(transcript));
        expect(back.speakers).toEqual(transcript.speakers);
      }),
      runs,
    );
  });

  test('stays as it is when it is read and written once more', () => {
    fc.assert(
      fc.property(wordTimed(words), (transcript) => {
        const once = writeTranscript(again(transcript, form), form);
        expect(writeTranscript(readBack(once), form)).toBe(once);
      }),
      runs,
    );
  });
});

function again(transcript: Transcript, form: TranscriptForm): Transcript {
  return readBack(writeTranscript(transcript, form));
}

function readBack(text: string): Transcript {
  return readTranscript(new TextEncoder().encode(text), 'again').transcript;
}

function texts(transcript: Transcript): string[] {
  return [...wordsOf(transcript)].map(({ text }) => text);
}
