import type { Transcript, Turn, Word } from '../episode/transcript.ts';

/**
 * The times of a page's words, one array a paragraph in the order of the page, one entry a word:
 *
 *   31              it starts 31 hundredths of a second after the last start and lasts until the next
 *   [31, 24]        likewise, and ends 24 hundredths after it starts
 *   [31]            likewise, and nobody knows when it ends
 *   null            it is said in the stretch of the timed word before it, as in a cue
 *   false           nobody knows when it is said
 *
 * The first start counts from zero; starts that go back, where people talk at once, are negative.
 * `player/word-times.ts` reads it.
 */
export type WordTimes = (number | [number] | [number, number] | null | false)[][];

/** A pause this short is none: the player keeps a word painted that long after its end. Hundredths. */
const linger = 30;

export function wordTimes(transcript: Transcript): WordTimes {
  const starts = startsOf(transcript);
  let last = 0;
  let next = 0;
  return transcript.turns.flatMap((turn) => {
    const ends = knownEnds(turn);
    return turn.paragraphs.map(({ words }) =>
      words.map((word) => {
        if (word.start === null) return ends.has(word) ? null : false;
        const start = hundredths(word.start);
        const delta = start - last;
        last = start;
        next += 1;
        return entry(delta, start, ends.get(word), starts[next]);
      }),
    );
  });
}

function entry(delta: number, start: number, end: number | undefined, next: number | undefined) {
  if (end === undefined) return [delta] as [number];
  if (next !== undefined && next >= start && next - end <= linger) return delta;
  return [delta, Math.max(0, end - start)] as [number, number];
}

/**
 * The end of each timed word: its own, or that of a word after it, as the last word of a cue has it. The
 * words in between have the same end, and with it their place in the stretch.
 */
function knownEnds(turn: Turn): Map<Word, number> {
  const ends = new Map<Word, number>();
  let stretch: Word[] = [];
  for (const word of turn.paragraphs.flatMap(({ words }) => words)) {
    if (word.start !== null) stretch = [];
    else if (stretch.length === 0) continue;
    stretch.push(word);
    if (word.end !== null) for (const one of stretch) ends.set(one, hundredths(word.end));
  }
  return ends;
}

function startsOf({ turns }: Transcript): number[] {
  const words = turns.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.words));
  return words.flatMap(({ start }) => (start === null ? [] : [hundredths(start)]));
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100);
}
