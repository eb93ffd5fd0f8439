import { type Transcript, timingOf, type Word, wordsOf } from '../../episode/transcript.ts';

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
  const timed = bringsTimes(transcript)
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

/** Whether words or cues were timed, and not merely marked now and then: there are ends, or nearly all starts. */
export function bringsTimes(transcript: Transcript): boolean {
  if (timingOf(transcript) === 'words') return true;
  for (const { end } of wordsOf(transcript)) if (end !== null) return true;
  return false;
}

function replaceMarks(transcript: Transcript, found: Map<Word, Measured>): Map<Word, Word> {
  const timed = new Map<Word, Word>();
  const words = [...wordsOf(transcript)];
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
  const words = [...wordsOf(transcript)];
  const cues = cuesOf(words);
  for (const { words: inside, start, end } of cues) {
    const first = found.get(inside[0]!);
    if (!first || Math.abs(first.start - start) > agreeing) continue;
    let latest = start;
    for (const [at, word] of inside.entries()) {
      const measured = found.get(word);
      if (!measured) continue;
      const begins = at === 0 ? start : measured.start;
      const ends = at === inside.length - 1 ? end : Math.min(measured.end, end);
      if (begins < latest || ends <= begins) continue;
      timed.set(word, { ...word, start: begins, end: ends, confidence: measured.confidence });
      latest = begins;
    }
  }
  for (const word of words) {
    const measured = found.get(word);
    // What it brought is what was found before, by way of a format that has no confidences.
    if (measured && word.confidence === null && isSameTime(word, measured)) {
      timed.set(word, { ...word, confidence: measured.confidence });
    }
  }
  fillOutside(words, new Set(cues.flatMap((cue) => cue.words)), found, timed);
  return timed;
}

function isSameTime({ start, end }: Word, measured: Measured): boolean {
  return start === measured.start && end === measured.end;
}

/** Times words that belong to no cue and have no time of their own, where what was found fits between their neighbours'. */
function fillOutside(
  words: Word[],
  inCues: Set<Word>,
  found: Map<Word, Measured>,
  timed: Map<Word, Word>,
): void {
  const nextGiven = new Float64Array(words.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    nextGiven[at] = words[at]!.start ?? nextGiven[at + 1]!;
  }
  let latest = 0;
  for (const [at, word] of words.entries()) {
    const measured = found.get(word);
    const isFree = word.start === null && word.end === null && !inCues.has(word);
    if (isFree && measured && measured.start >= latest && measured.end <= nextGiven[at + 1]!) {
      timed.set(word, { ...word, ...measured });
    }
    const { start, end } = timed.get(word) ?? word;
    latest = Math.max(latest, start ?? 0, end ?? 0);
  }
}

/** The cues whose words have no times of their own between the first one's start and the last one's end. */
function cuesOf(words: Word[]): Cue[] {
  const cues: Cue[] = [];
  let open: { words: Word[]; start: number } | null = null;
  for (const word of words) {
    if (word.start !== null) open = { words: [], start: word.start };
    if (open === null) continue;
    if (!word.direction) open.words.push(word);
    if (word.end === null) continue;
    if (open.words.length > 1) cues.push({ ...open, end: word.end });
    open = null;
  }
  return cues;
}
