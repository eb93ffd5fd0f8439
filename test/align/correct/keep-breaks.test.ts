import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepBreaks } from '../../../src/align/correct/keep-breaks.ts';
import { type Transcript, wordsOf } from '../../../src/episode/transcript.ts';
import { readTranscript } from '../../../src/transcript/read.ts';
import { writeTranscript } from '../../../src/transcript/write.ts';
import { wordTimed } from '../../transcript/arbitrary-transcript.ts';

const read = (text: string) => readTranscript(new TextEncoder().encode(text), 'talk').transcript;
const shape = ({ turns }: Transcript) =>
  turns.map(({ speakers, paragraphs }) => [
    speakers.join('+'),
    ...paragraphs.map(({ words }) => words.map(({ text }) => text).join(' ')),
  ]);
/** A text with each word a second long. */
const timed = (text: string) => {
  const transcript = read(text);
  for (const [at, word] of [...wordsOf(transcript)].entries()) {
    Object.assign(word, { start: at, end: at + 1 });
  }
  return transcript;
};

const talk = timed(`Ada: Good morning to all of you. It is cold.

And it is early.

Ben: Yes, it is. We came by the last train.

So we saw nothing of the town.

Break: [00:10]

Ben: Now we are here.

Ada: And so are we.
`);

describe('captions that come back', () => {
  test.each(['vtt', 'srt', 'json'] as const)(
    'as they were leave turns and paragraphs: %s',
    (form) => {
      const given = read(writeTranscript(talk, form));
      expect(shape(given)).not.toEqual(shape(talk));
      expect(keepBreaks(given, talk)).toMatchObject({
        turns: talk.turns.map(({ speakers, breaksBefore = [] }) => ({
          speakers,
          ...(breaksBefore.length > 0 && { breaksBefore }),
        })),
      });
      expect(shape(keepBreaks(given, talk))).toEqual(shape(talk));
    },
  );

  test.each([
    ['before a break', 'cold.', 'colder.', 'It is colder.'],
    ['before a break, with more', 'cold.', 'so very cold.', 'It is so very cold.'],
    ['at the end, without a stop', 'cold.', 'cold today', 'It is cold today'],
  ])('with other words %s keep the break there', (_where, old, now, ends) => {
    const corrected = read(writeTranscript(talk, 'vtt').replace(old, now));
    const [first] = shape(keepBreaks(corrected, talk));
    expect(first?.[1]).toMatch(new RegExp(`${ends.replaceAll('.', '\\.')}$`));
    expect(first?.[2]).toBe('And it is early.');
  });

  test.each([
    ['another first word', 'And it', 'But it', 'But it is early.'],
    ['one word more', 'And it', 'And yes, it', 'And yes, it is early.'],
    ['another sentence', 'And it is early.', 'Still dark, too.', 'Still dark, too.'],
  ])('with %s behind a break keep the break before it', (_what, old, now, begins) => {
    const corrected = read(writeTranscript(talk, 'vtt').replace(old, now));
    const [first] = shape(keepBreaks(corrected, talk));
    expect(first?.slice(1)).toEqual(['Good morning to all of you. It is cold.', begins]);
  });

  test('with another speaker have that one, and the paragraph stays', () => {
    const corrected = read(writeTranscript(talk, 'vtt').replaceAll('<v Ben>So', '<v Ada>So'));
    const said = shape(keepBreaks(corrected, talk));
    expect(said[2]).toEqual(['Ada', 'So we saw nothing of the town.']);
    expect(said.slice(3)).toEqual(shape(talk).slice(2));
  });

  test('without anyone named have the speakers they had', () => {
    const unnamed = read(writeTranscript(talk, 'vtt').replace(/<v [^>]+>/g, ''));
    const kept = keepBreaks(unnamed, talk);
    expect(shape(kept)).toEqual(shape(talk));
    expect(kept.speakers).toEqual(talk.speakers);
  });

  test('for another talk altogether stay as they are', () => {
    const other = read(writeTranscript(timed('Cid: Nothing of this was ever said here.'), 'vtt'));
    expect(keepBreaks(other, talk)).toBe(other);
  });
});

test('whatever was said, the same words come back in the same turns and paragraphs, and the same times stay', () => {
  fc.assert(
    fc.property(wordTimed('plain'), (before) => {
      const bare = before.turns.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ words }) => words),
      );
      const given = {
        ...before,
        speakers: [],
        turns: [{ speakers: [], paragraphs: [{ words: bare }] }],
      };
      expect(keepBreaks(given, before)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
