import type { States } from './states.ts';

/** Frames from the first up to but not including the last. */
export interface Window {
  from: number;
  to: number;
}

/**
 * Which words may be spoken in which frame, and where what is decided about each is kept. The windows of words
 * follow one another, so the words that may be spoken in a frame are always a run, and so are the places
 * between words: place 0 is before the first word, place n behind the last of n.
 */
export interface Band {
  frames: Window;
  windows: Window[];
  /** Of each frame: the first word and the one behind the last; then the same of places. */
  firstWord: Uint16Array;
  lastWord: Uint16Array;
  firstPlace: Uint16Array;
  lastPlace: Uint16Array;
  /** Of each frame: where its states, and where its places are kept. */
  stateAt: Float64Array;
  placeAt: Float64Array;
  /** How many of either there are in all. */
  cells: number;
  places: number;
}

/**
 * @param windows of each word, none beginning or ending before that of the word before it, and overlapping it
 */
export function layOutBand(frames: Window, windows: Window[], states: States): Band {
  const length = frames.to - frames.from;
  const band: Band = {
    frames,
    windows,
    firstWord: new Uint16Array(length),
    lastWord: new Uint16Array(length),
    firstPlace: new Uint16Array(length + 1),
    lastPlace: new Uint16Array(length + 1),
    stateAt: new Float64Array(length),
    placeAt: new Float64Array(length + 1),
    cells: 0,
    places: 0,
  };
  let first = 0;
  let last = 0;
  let place = 0;
  for (let at = 0; at <= length; at += 1) {
    const frame = frames.from + at;
    while (last < windows.length && windows[last]!.from <= frame) last += 1;
    while (first < last && windows[first]!.to <= frame) first += 1;
    // A place may be rested at as long as the word before it or the one behind it may be spoken.
    // A word that ends with its window has come to the place behind it, and may have left out the next.
    while (place < last && windows[place]!.to < frame) place += 1;
    const places = { from: place, to: last + 1 };
    band.firstPlace[at] = places.from;
    band.lastPlace[at] = places.to;
    band.placeAt[at] = band.places;
    band.places += places.to - places.from;
    if (at === length) break;
    band.firstWord[at] = first;
    band.lastWord[at] = last;
    band.stateAt[at] = band.cells;
    band.cells += stateOf(states, last) - stateOf(states, first);
  }
  return band;
}

/** The first state of a word; behind the last word, the number of states. */
export function stateOf({ pronunciationStarts, wordStarts }: States, word: number): number {
  return pronunciationStarts[wordStarts[word]!]!;
}
