/** Words that are spoken together: a timed word, and the untimed ones of its stretch. */
export interface Spoken {
  /** Seconds. */
  start: number;
  /** Null where nobody knows when it ends. */
  end: number | null;
  /** Which paragraph of the page and which of its words the stretch begins with, counted from 0. */
  from: Place;
  /** The last word of the stretch. */
  to: Place;
}

export interface Place {
  paragraph: number;
  word: number;
}

/** The times of this page's words. */
export interface SpokenInPage {
  /** Whether there are any. */
  timed: boolean;
  /** The timed words in the order of the page; read when they are first asked for. */
  spoken(): Spoken[];
}

export function spokenInPage(): SpokenInPage {
  const block = document.getElementById('word-times');
  let read: Spoken[] | null = null;
  return {
    timed: block !== null,
    spoken() {
      read ??= block === null ? [] : readWordTimes(JSON.parse(block.textContent ?? '[]'));
      return read;
    },
  };
}

/**
 * Reads the times as `render/word-times.ts` writes and describes them.
 *
 * @returns the timed words in the order of the page
 */
export function readWordTimes(paragraphs: (null | false | number | number[])[][]): Spoken[] {
  const all: Spoken[] = [];
  let last = 0;
  for (const [paragraph, entries] of paragraphs.entries()) {
    for (const [word, entry] of entries.entries()) {
      const before = all.at(-1);
      const place = { paragraph, word };
      if (entry === null && before) before.to = place;
      if (entry === null || entry === false) continue;
      const [delta = 0, length = null] = typeof entry === 'number' ? [entry, Infinity] : entry;
      last += delta;
      const start = last / 100;
      if (before?.end === Infinity) before.end = start;
      const end = length === null ? null : (last + length) / 100;
      all.push({ start, end, from: place, to: place });
    }
  }
  return all;
}
