import fc from 'fast-check';
import { type Break, type Transcript, untimed, type Word } from '../../src/episode/transcript.ts';
import { gatherTurns, type Piece } from '../../src/transcript/gather-turns.ts';

/** `plain` words have no mark that captions or labels give a meaning to. */
export type Words = 'anything' | 'plain';

/** Cues of two words or more: the first has a start, the last an end. */
export function cueTimed(words: Words): fc.Arbitrary<Transcript> {
  return transcripts(words, fc.record({ texts: texts(words, 2), ...spans }), timeCues);
}

/** Segments of one word or more, timed as cues are. */
export function segmentTimed(words: Words): fc.Arbitrary<Transcript> {
  return transcripts(words, fc.record({ texts: texts(words, 1), ...spans }), timeCues);
}

/** Every word with a start and an end. */
export function wordTimed(words: Words): fc.Arbitrary<Transcript> {
  return transcripts(words, fc.record({ texts: texts(words, 1, 1), ...spans }), timeCues);
}

/** Turns of some paragraphs with stage directions and breaks, somebody's all of them, nothing timed. */
export function untimedTurns(words: Words): fc.Arbitrary<Transcript> {
  const turn = fc.record({
    by: speakers('plain'),
    paragraphs: fc.array(texts(words, 1), some),
    breaks,
  });
  return fc.tuple(fc.array(turn, some), breaks).map(([turns, last]) => {
    const pieces = turns.flatMap(({ by, paragraphs, breaks }) =>
      paragraphs.map((each, at): Piece => {
        const piece = { speakers: by, words: each.map(untimed), opensParagraph: true };
        return at === 0 ? { ...piece, breaksBefore: breaks } : piece;
      }),
    );
    return gatherTurns([
      ...pieces,
      { speakers: [], words: [], opensParagraph: false, breaksBefore: last },
    ]);
  });
}

const breaks: fc.Arbitrary<Break[]> = fc.array(
  fc.constantFrom(
    { label: null, start: null, end: null },
    { label: 'Break', start: null, end: null },
    { label: 'Break', start: 754.25, end: 790 },
    { label: 'Theme music', start: 3601, end: null },
  ),
  { maxLength: 2 },
);

const some = { minLength: 1, maxLength: 4 };

/** Milliseconds between cues and in them; after three seconds of silence readers open a paragraph. */
const spans = {
  gap: fc.constantFrom(0, 40, 900, 3000),
  length: fc.integer({ min: 1, max: 9000 }),
};

interface Stretch {
  texts: string[];
  gap: number;
  length: number;
}

type Timed = (stretch: Stretch, from: number) => { words: Word[]; to: number };

function transcripts(
  words: Words,
  stretch: fc.Arbitrary<Stretch>,
  time: Timed,
): fc.Arbitrary<Transcript> {
  const turn = fc.record({ by: speakers(words), stretches: fc.array(stretch, some) });
  return fc.array(turn, some).map((turns) => {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { by, stretches } of turns) {
      for (const each of stretches) {
        const { words, to } = time(each, at);
        pieces.push({ speakers: by, words, opensParagraph: each.gap >= 2000 && pieces.length > 0 });
        at = to;
      }
    }
    return gatherTurns(pieces);
  });
}

function timeCues({ texts, gap, length }: Stretch, from: number): { words: Word[]; to: number } {
  const words = texts.map(untimed);
  words[0]!.start = (from + gap) / 1000;
  words.at(-1)!.end = (from + gap + length) / 1000;
  return { words, to: from + gap + length };
}

/** Words start with a capital, so that a long pause before one never falls inside a sentence. */
function texts(words: Words, minLength: number, maxLength = 12): fc.Arbitrary<string[]> {
  return fc.array(words === 'plain' ? plain : anything, { minLength, maxLength });
}

const plain = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[A-ZÅÉŽ][a-zåéž’']{0,9}[.,?!…]?$/u) },
  { weight: 1, arbitrary: fc.constantFrom('[laughter]', '(laughs)') },
);

/** Any word, but none that reads as a label in captions where nobody is named. */
const anything = fc.oneof(
  plain,
  fc.constantFrom('<b>', '&amp;', '-->', '<v', 'Bo>', '</v>', '<00:01.000>', '{\\an8}', '[x](y)'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `X${text.replace(/[\s\p{Cc}\p{Cs}:：]/gu, '')}`),
);

/** Somebody or, where the form can say so, nobody. */
function speakers(words: Words): fc.Arbitrary<string[]> {
  const named = fc.constantFrom<string[][]>(['Ann Lee'], ['Bo'], ['Žofie'], ['Ann Lee', 'Bo']);
  return words === 'plain'
    ? named
    : fc.oneof(named, fc.constant<string[]>([]), fc.constant<string[]>(['R & <D>']));
}
