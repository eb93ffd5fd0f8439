import { readFragment } from '../episode/media-fragment.ts';
import type { Hit } from './hits.ts';
import type { Said } from './said.ts';
import { rangeIn } from './text-range.ts';
import { playableAt } from './word-at.ts';
import type { Spoken } from './word-times.ts';
import { wordOfOffset } from './words-in-text.ts';

/** What a reader may look for on the page: names, chapter headings and all that is said, in its order. */
export interface Findable {
  texts: (() => string)[];
  rangeOf(hit: Hit): Range;
  /** When it is said, in seconds: the turn for a name, the chapter for a heading; null where nobody knows. */
  timeOf(hit: Hit): number | null;
  /** The first hit that is not above a height of the window, in CSS pixels; -1 where all are. */
  firstFrom(hits: Hit[], top: number): number;
}

export function findableOf(said: Said, spoken: () => Spoken[]): Findable {
  const units = [...document.querySelectorAll('.turns :is(.name, .chapter, .said > p)')];
  const unitOf = ({ unit }: Hit) => units[unit] as Element;
  const rangeOf = (hit: Hit) => rangeIn(unitOf(hit), hit.start, hit.end);
  return {
    texts: units.map((unit) => () => unit.textContent ?? ''),
    rangeOf,
    timeOf(hit) {
      const unit = unitOf(hit);
      if (unit.matches('.chapter')) return readFragment(unit.id.slice(2))?.start ?? null;
      const inName = unit.matches('.name');
      const holder = inName ? unit.closest('.turn')?.querySelector('.said > p') : unit;
      const paragraph = said.paragraphs.indexOf(holder as Element);
      const word = inName ? 0 : wordOfOffset(said.textOf(paragraph), hit.start + 1);
      return playableAt(spoken(), { paragraph, word })?.start ?? null;
    },
    firstFrom: (hits, top) =>
      hits.findIndex(
        (hit) =>
          unitOf(hit).getBoundingClientRect().bottom >= top &&
          rangeOf(hit).getBoundingClientRect().bottom >= top,
      ),
  };
}
