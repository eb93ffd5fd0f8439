import type { Transcript, Word } from '../../episode/transcript.ts';

/** When a word was heard, in seconds, and how sure that is. */
export interface Measured {
  start: number;
  end: number;
  confidence: number;
}

/** How far a time that the transcript brought may be off and still be taken for right, in seconds. */
export const agreeing = 0.5;

/**
 * The transcript with the times that were found.
 *
 * Where it brought times for whole words or cues, these stay, and words between them are timed only where the
 * times around them agree with the sound. Times that merely stand in the text now and then are marks of
 * about where one is: a word that was found has its own time instead; at one that was not, the mark stays
 * where it fits between its neighbours.
 *
 * @param found by word
 */
export function mergeTimes(transcript: Transcript, found: Map<Word, Measured>): Transcript {
  const timed = bringsEnds(transcript)
    ? fillBetween(transcript, found)
    : replaceMarks(transcript, found);
  return {
    ...transcript,
    turns: transcript.turns.map((turn) => ({
      ...turn,
      paragraphs: turn.paragraphs.map(({ words }) => ({
        words: words.map((word) => timed.get(word) ?? word),
      })),
    })),
  };
}

/** Whether any word's end is given: then words or cues were timed, and not merely marked. */
export function bringsEnds({ turns }: Transcript): boolean {
  return turns.some(({ paragraphs }) =>
    paragraphs.some(({ words }) => words.some(({ end }) => end !== null)),
  );
}

function replaceMarks({ turns }: Transcript, found: Map<Word, Measured>): Map<Word, Word> {
  const timed = new Map<Word, Word>();
  const words = turns.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.words),
  );
  const nextFound = new Float64Array(words.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    nextFound[at] = found.get(words[at]!)?.start ?? nextFound[at + 1]!;
  }
  let latest = 0;
  for (const [at, word] of words.entries()) {
    const measured = found.get(word);
    if (measured) {
      timed.set(word, { ...word, ...measured });
      latest = measured.end;
    } else if (word.start !== null) {
      const fits = word.start >= latest && word.start <= nextFound[at + 1]!;
      if (!fits) timed.set(word, { ...word, start: null });
      else latest = word.start;
    }
  }
  return timed;
}

/** A run of words from one that has a given start to the one that has the given end. */
interface Cue {
  words: Word[];
  start: number;
  end: number;
}

function fillBetween(transcript: Transcript, found: Map<Word, Measured>): Map<Word, Word> {
  const timed = new Map<Word, Word>();
  for (const { words, start, end } of cuesOf(transcript)) {
    const first = found.get(words[0]!);
    if (words.length < 2 || !first || Math.abs(first.start - start) > agreeing) continue;
    let latest = start;
    for (const [at, word] of words.entries()) {
      const measured = found.get(word);
      if (!measured) continue;
      const begins = at === 0 ? start : measured.start;
      const ends = at === words.length - 1 ? end : Math.min(measured.end, end);
      if (begins < latest || ends <= begins) continue;
      timed.set(word, { ...word, start: begins, end: ends, confidence: measured.confidence });
      latest = begins;
    }
  }
  return timed;
}

/** The cues whose words have no times of their own between the first one's start and the last one's end. */
function cuesOf({ turns }: Transcript): Cue[] {
  const cues: Cue[] = [];
  for (const { paragraphs } of turns) {
    let open: { words: Word[]; start: number } | null = null;
    for (const { words } of paragraphs) {
      for (const word of words) {
        if (word.start !== null) open = { words: [], start: word.start };
        if (open === null) continue;
        if (!word.direction) open.words.push(word);
        if (word.end === null) continue;
        if (open.words.length > 1) cues.push({ ...open, end: word.end });
        open = null;
      }
    }
  }
  return cues;
}
