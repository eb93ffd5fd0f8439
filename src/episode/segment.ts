import { type Transcript, type Turn, type Word, wordsOfTurn } from './transcript.ts';

/** Words that share one stretch of time and one turn: what a cue or a JSON segment holds. */
export interface Segment {
  turn: Turn;
  words: Word[];
  start: number;
  end: number;
  confidence: number | null;
  /** Whether the segment opens a paragraph. */
  opensParagraph: boolean;
}

/**
 * A timed transcript as segments, each begun by a timed word. A word without a time rides with the timed
 * word before it, or with the first one after it, so no word is lost and no time is made up. Where a whole
 * turn has no time it keeps its own speaker and shares its neighbour's stretch.
 *
 * @returns the segments in reading order; none where no word has a time
 */
export function segmentsOf(transcript: Transcript): Segment[] {
  const segments: Loose[] = [];
  // One by one: a turn can have more segments than a call can take arguments.
  for (const turn of transcript.turns) {
    for (const segment of segmentsOfTurn(turn)) segments.push(segment);
  }
  return placeUntimed(segments);
}

type Loose = Omit<Segment, 'start' | 'end'> & { start: number | null; end: number | null };

function segmentsOfTurn(turn: Turn): Loose[] {
  const segments: Loose[] = [];
  let current: Loose | null = null;
  for (const paragraph of turn.paragraphs) {
    for (const [at, word] of paragraph.words.entries()) {
      const opens = at === 0;
      if (current === null || (word.start !== null && current.start !== null)) {
        const { start, end, confidence } = word;
        current = { turn, words: [word], start, end, confidence, opensParagraph: opens };
        segments.push(current);
        continue;
      }
      current.words.push(word);
      current.start ??= word.start;
      current.end = word.end ?? current.end;
      current.confidence ??= word.confidence;
    }
  }
  return segments;
}

/** Gives turns without any time their neighbour's, and segments without an end the next one's start. */
function placeUntimed(loose: Loose[]): Segment[] {
  const starts = loose.map((segment) => segment.start);
  const firstAt = starts.findIndex((start) => start !== null);
  if (firstAt === -1) return [];
  let nextStart: number | null = null;
  const ends = loose.map((segment) => segment.end);
  for (let at = loose.length - 1; at >= 0; at -= 1) {
    ends[at] ??= nextStart;
    nextStart = starts[at] ?? nextStart;
  }
  let from = firstAt;
  return loose.map((segment, at) => {
    if (starts[at] !== null) from = at;
    const start = starts[from] as number;
    return { ...segment, start, end: Math.max(ends[from] ?? start, start) };
  });
}

/** The text of a run of words. */
export function textOf(words: Iterable<Word>): string {
  return Array.from(words, (word) => word.text).join(' ');
}

/** When a turn is first heard, in seconds, or null. */
export function startOfTurn(turn: Turn): number | null {
  for (const word of wordsOfTurn(turn)) if (word.start !== null) return word.start;
  return null;
}
