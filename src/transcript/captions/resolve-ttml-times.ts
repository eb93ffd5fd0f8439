import type { TimedElement } from './ttml-element.ts';

/**
 * Finds when each element begins and ends (https://www.w3.org/TR/ttml2/#timing-semantics): times count from
 * the start of the element around it or, in a sequence, from the end of the one before. An element without
 * any time shares that of the one around it; one that only begins has no end, since until when it is meant
 * is anybody's guess. Files whose inner times fit their surroundings only as they stand (`countsAbsolutely`)
 * are taken at their word.
 */
export function resolveTtmlTimes(elements: TimedElement[], isAbsolute: boolean): void {
  const absolute = isAbsolute || countsAbsolutely(elements);
  const open: Open[] = [];
  for (const element of elements) {
    while (open.length > element.depth) closeLast(open);
    const parent = open.at(-1) ?? null;
    resolve(element, parent, absolute);
    open.push({ element, cursor: element.from, latest: null });
  }
}

interface Open {
  element: TimedElement;
  /** Where the next child of a sequence counts from. */
  cursor: number | null;
  /** The latest end of what is in it. */
  latest: number | null;
}

function resolve(element: TimedElement, parent: Open | null, absolute: boolean): void {
  const { begin, end, dur } = element;
  const around = parent?.element ?? null;
  const cursor = (around?.isSequence ? parent?.cursor : around?.from) ?? 0;
  const base = absolute ? 0 : cursor;
  if (element.isCrooked) return;
  const isTimed = begin !== null || end !== null || dur !== null;
  if (!isTimed && !around?.isSequence) {
    element.from = around?.from ?? null;
    element.to = around?.to ?? null;
    return;
  }
  if (element.name === 'body' && begin === null) return;
  element.from = begin === null ? cursor : neat(base + begin);
  const ends = [
    end === null ? null : neat(base + end),
    dur === null || element.from === null ? null : neat(element.from + dur),
  ].filter((time) => time !== null);
  element.to = ends.length === 0 ? null : Math.min(...ends);
}

function closeLast(open: Open[]): void {
  const last = open.pop();
  const parent = open.at(-1);
  if (last === undefined || parent === undefined) return;
  const ended = last.element.to ?? last.latest;
  if (ended === null) return;
  parent.cursor = ended;
  parent.latest = Math.max(parent.latest ?? ended, ended);
}

/**
 * Whether inner times count from the start of the recording: most of those that fit into the time around
 * them in one way only fit so.
 */
function countsAbsolutely(elements: TimedElement[]): boolean {
  let absolutely = 0;
  let relatively = 0;
  for (const { begin, parent } of elements) {
    const around = parent === null ? null : timedAround(parent);
    if (begin === null || around === null) continue;
    const asItStands = begin >= around.begin && begin <= around.end;
    const counted = around.begin + begin <= around.end;
    if (asItStands && !counted) absolutely += 1;
    if (counted && !asItStands) relatively += 1;
  }
  return absolutely > relatively;
}

function timedAround(element: TimedElement): { begin: number; end: number } | null {
  const { begin, end, dur, parent } = element;
  const until = end ?? (begin !== null && dur !== null ? begin + dur : null);
  if (begin !== null && until !== null) return begin > 0 ? { begin, end: until } : null;
  // A sentence between paragraph and word has no time; deeper than that nobody nests.
  const outer = begin === null ? parent : null;
  if (outer === null || outer.begin === null || outer.end === null || outer.begin === 0)
    return null;
  return { begin: outer.begin, end: outer.end };
}

function neat(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
