import type { Segment } from '../episode/segment.ts';
import type { Turn } from '../episode/transcript.ts';
import { endsSentence } from './split-text.ts';
import { wrapWords } from './wrap-words.ts';

/** How much text a cue may hold: characters a line, and lines. */
export interface Room {
  width: number;
  lines: number;
  /** What is printed before the first cue of a turn. */
  label?: (turn: Turn) => string;
}

/** Seconds of silence that part phrases. */
const pause = 0.6;

/**
 * Joins segments into phrases. One ends with its turn, paragraph or sentence, before a pause of more than
 * 0.6 s, and where the room is full: then at a comma in its second half, if there is one.
 */
export function groupPhrases(segments: Segment[], room: Room): Segment[] {
  const phrases: Segment[] = [];
  let phrase: Segment[] = [];
  for (const segment of segments) {
    const last = phrase.at(-1);
    if (last && endsBetween(last, segment)) close(phrase.length);
    phrase.push(segment);
    if (phrase.length > 1 && !fits()) close(cutOf(phrase));
  }
  if (phrase.length > 0) close(phrase.length);
  return phrases;

  function close(length: number): void {
    phrases.push(join(phrase.slice(0, length)));
    phrase = phrase.slice(length);
  }

  function fits(): boolean {
    const turn = phrase[0]!.turn;
    const label = turn === phrases.at(-1)?.turn ? '' : (room.label?.(turn) ?? '');
    const words = phrase.flatMap((segment) => segment.words.map(({ text }) => text));
    if (label !== '') words.unshift(label.trimEnd());
    return wrapWords(words, room.width).length <= room.lines;
  }
}

function endsBetween(last: Segment, next: Segment): boolean {
  if (last.turn !== next.turn || next.opensParagraph || next.start - last.end > pause) return true;
  return endsSentence(last.words.at(-1)!.text) && !/^\p{Ll}/u.test(next.words[0]!.text);
}

/** How many segments the full phrase keeps: the last one is already too much. */
function cutOf(phrase: Segment[]): number {
  const most = phrase.length - 1;
  for (let length = most; length > phrase.length / 2; length -= 1) {
    if (/[,;:–—]$/.test(phrase[length - 1]!.words.at(-1)!.text)) return length;
  }
  return most;
}

function join(phrase: Segment[]): Segment {
  const [first, last] = [phrase[0]!, phrase.at(-1)!];
  const words = phrase.flatMap((segment) => segment.words);
  return { ...first, words, end: Math.max(first.end, last.end), confidence: null };
}
