import { type Problem, type Transcript, type Word, wordsOf } from '../../episode/transcript.ts';
import { rising } from '../rising.ts';

/**
 * Takes back the times that run against the others: of all times the longest rising run is kept. The time
 * inside a stage direction (`[unintelligible 00:26:55]`) gives way to the others without a report, since it
 * still stands in the text.
 *
 * @param lines line of each word that a time was found for
 */
export function keepRising(transcript: Transcript, lines: Map<Word, number>): Problem[] {
  const timed: Word[] = [];
  for (const word of wordsOf(transcript)) if (word.start !== null) timed.push(word);
  const problems: Problem[] = [];
  const anchors = timed.filter((word) => lines.has(word));
  const kept = rising(anchors.map(({ start }) => start as number));
  for (const [at, word] of anchors.entries()) {
    if (kept.has(at)) continue;
    const message = 'A time here runs against the others; it is left out.';
    problems.push({ line: lines.get(word)!, message });
    forget(word);
  }
  for (const word of anchors) {
    if (word.start === null || word.end === null || word.end >= word.start) continue;
    const message = 'A word here ends before it starts; its end is left out.';
    problems.push({ line: lines.get(word)!, message });
    word.end = null;
  }
  fitBetween(
    timed.filter(({ start }) => start !== null),
    lines,
  );
  return problems;
}

/** Keeps of the times in directions those that fit between the anchors around them. */
function fitBetween(timed: Word[], anchors: Map<Word, number>): void {
  let next = Number.POSITIVE_INFINITY;
  const ceilings = timed.map(() => next);
  for (let at = timed.length - 1; at >= 0; at -= 1) {
    ceilings[at] = next;
    if (anchors.has(timed[at]!)) next = timed[at]!.start!;
  }
  let floor = 0;
  for (const [at, word] of timed.entries()) {
    const fits = word.start! >= floor && word.start! <= ceilings[at]!;
    if (fits) floor = word.start!;
    else forget(word);
  }
}

function forget(word: Word): void {
  word.start = null;
  word.end = null;
}
