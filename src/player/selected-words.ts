import type { Fragment } from '../episode/media-fragment.ts';
import type { Said } from './said.ts';
import { offsetIn } from './text-range.ts';
import type { Place, Spoken } from './word-times.ts';
import { wordOfOffset } from './words-in-text.ts';

/** The first and the last word of something. */
export interface Words {
  from: Place;
  to: Place;
}

/** The words a selection holds, also those it holds only a part of; null where it holds none. */
export function selectedWords(said: Said, selection: Range): Words | null {
  const touched = said.paragraphs.flatMap((element, paragraph) =>
    selection.intersectsNode(element) ? [paragraph] : [],
  );
  const ends = (paragraph: number) => {
    const element = said.paragraphs[paragraph] as Element;
    const text = said.textOf(paragraph);
    const inside = (node: Node) => element.contains(node);
    const { startContainer, startOffset, endContainer, endOffset } = selection;
    const start = inside(startContainer) ? offsetIn(element, startContainer, startOffset) : 0;
    const end = inside(endContainer) ? offsetIn(element, endContainer, endOffset) : text.length;
    // Spaces at its ends are no words.
    const held = text.slice(start, end);
    const first = start + held.length - held.trimStart().length;
    return { text, first, last: start + held.trimEnd().length };
  };
  const whole = touched.filter((paragraph) => {
    const { first, last } = ends(paragraph);
    return first < last;
  });
  const [head, tail] = [whole[0], whole.at(-1)];
  if (head === undefined || tail === undefined) return null;
  const [begin, close] = [ends(head), ends(tail)];
  return {
    from: { paragraph: head, word: wordOfOffset(begin.text, begin.first + 1) },
    to: { paragraph: tail, word: wordOfOffset(close.text, close.last) },
  };
}

/**
 * When words are spoken: from the first of them that has a time to the end of the last. Words that are
 * timed together are taken together.
 *
 * @param spoken in the order of the page
 * @returns null where none of them has a time
 */
export function stretchOf(spoken: Spoken[], { from, to }: Words): Fragment | null {
  const held = spoken.filter((one) => !isBefore(one.to, from) && !isBefore(to, one.from));
  if (held.length === 0) return null;
  let [start, end, last] = [Infinity, -Infinity, -Infinity];
  for (const one of held) {
    start = Math.min(start, one.start);
    last = Math.max(last, one.start);
    end = Math.max(end, one.end ?? -Infinity);
  }
  // Where nobody knows when the last one ends, the next one's beginning does.
  const open = held.some((one) => one.start === last && one.end === null);
  const next = open ? firstAfter(spoken, last) : end;
  return { start, end: next && Math.max(next, end) };
}

/**
 * The words that begin within a stretch, as runs of neighbours.
 *
 * @param spoken in the order of the page
 */
export function wordsWithin(spoken: Spoken[], { start, end }: Fragment): Words[] {
  const runs: Words[] = [];
  let running = false;
  for (const one of spoken) {
    const within = one.start >= start - slack && end !== null && one.start < end - slack;
    const run = runs.at(-1);
    if (within && running && run) run.to = one.to;
    else if (within) runs.push({ from: one.from, to: one.to });
    running = within;
  }
  return runs;
}

/** Times are kept in hundredths. Seconds. */
const slack = 0.005;

function firstAfter(spoken: Spoken[], time: number): number | null {
  let first = Infinity;
  for (const { start } of spoken) if (start > time) first = Math.min(first, start);
  return first === Infinity ? null : first;
}

function isBefore(a: Place, b: Place): boolean {
  return a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.word < b.word);
}
