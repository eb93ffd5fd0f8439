import { type Band, stateOf } from './band.ts';
import { type Decisions, skipped } from './decisions.ts';
import type { States } from './states.ts';

/** When a word was spoken. */
export interface Fitted {
  /** Its first frame, and the one behind its last. */
  start: number;
  end: number;
  /** Whether there is silence before it, and behind it. */
  afterRest: boolean;
  beforeRest: boolean;
  /** By how much it fits worse than whatever phones would fit best: a logarithm, on average over its frames. */
  fit: number;
}

/** What a way through the words says. */
export interface Way {
  /** Of each word; null where it was left out. */
  words: (Fitted | null)[];
  /** Stretches of something else, from the last to the first. */
  strays: { start: number; end: number }[];
}

/** Reads the best way backwards from its end; null where no way leads through. */
export function traceBack(states: States, band: Band, decisions: Decisions): Way | null {
  if (decisions.total === Number.NEGATIVE_INFINITY) return null;
  const { moved, rests, arrivals, ready, arrived } = decisions;
  const count = states.wordStarts.length - 1;
  const way: Way = { words: new Array<Fitted | null>(count).fill(null), strays: [] };
  const heardBefore = sumsOf(decisions.heard);
  const { from } = band.frames;
  const placeCell = (at: number, place: number) => band.placeAt[at]! + place - band.firstPlace[at]!;

  /** Back through silence at a place; returns when it began. */
  const throughRest = (place: number, end: number): number => {
    let at = end;
    for (let state = 2; state >= 0; ) {
      at -= 1;
      if ((rests[placeCell(at, place)]! >> state) & 1) state -= 1;
    }
    return at;
  };
  const throughStray = (place: number, end: number): number => {
    let at = end;
    do at -= 1;
    while (!(rests[placeCell(at, place)]! & 8));
    way.strays.push({ start: from + at, end: from + end });
    return at;
  };
  const throughWord = (word: number, pronunciation: number, end: number): number => {
    const which = states.wordStarts[word]! + pronunciation;
    const first = states.pronunciationStarts[which]!;
    let state = states.pronunciationStarts[which + 1]! - 1;
    let at = end;
    for (;;) {
      at -= 1;
      const cell = band.stateAt[at]! + state - stateOf(states, band.firstWord[at]!);
      if (moved[cell] === 0) continue;
      if (state === first) return at;
      state -= 1;
    }
  };

  let at = band.frames.to - from;
  let place = count;
  let next: Fitted | null = null;
  let rested = false;
  for (;;) {
    let by = arrivals[placeCell(at, place)]!;
    let kind = (by >> 4) & 3;
    // Silence and straying may follow one another until a word is arrived from.
    while (kind !== 0) {
      const end = at;
      at = kind === 1 ? throughRest(place, end) : throughStray(place, end);
      if (kind === 1) rested = true;
      by = arrivals[placeCell(at, place)]!;
      if (kind === 1) kind = by & 64 ? 2 : 0;
      else kind = by & 128 ? 1 : 0;
    }
    if (place === 0) {
      if (next) next.afterRest = rested;
      return way;
    }
    const word = place - 1;
    if ((by & 15) === skipped) {
      place = word;
      while (by & 256) {
        by = arrivals[placeCell(at, place)]!;
        place -= 1;
      }
      continue;
    }
    const end = at;
    const score = arrived[placeCell(end, place)]!;
    at = throughWord(word, by & 15, end);
    const heard = heardBefore[end]! - heardBefore[at]!;
    const fit = (score - ready[placeCell(at, word)]! - heard) / (end - at);
    const edges = { start: from + at, end: from + end };
    if (next) next.afterRest = rested;
    next = { ...edges, afterRest: false, beforeRest: rested, fit };
    way.words[word] = next;
    rested = false;
    place = word;
  }
}

function sumsOf(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [at, value] of values.entries()) sums[at + 1] = sums[at]! + value;
  return sums;
}
