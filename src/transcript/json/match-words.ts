import { rising } from '../rising.ts';

/**
 * Pairs the words of two lists that are nearly the same: words that both have just once anchor them, as
 * long as they come in the same order, and the run of equal words on either side of an anchor, or at the
 * two ends, is paired along with it. Time is linear but for the sort of anchors.
 *
 * @returns for each word of the first list the index in the second, or -1
 */
export function matchWords(some: string[], others: string[]): number[] {
  const pairs = new Array<number>(some.length).fill(-1);
  const anchors = anchorsIn(some, others);
  let [at, other] = [0, 0];
  for (const [anchor, otherAnchor] of [...anchors, [some.length, others.length] as const]) {
    while (at < anchor && other < otherAnchor && some[at] === others[other]) {
      pairs[at++] = other++;
    }
    let [back, otherBack] = [anchor - 1, otherAnchor - 1];
    while (back >= at && otherBack >= other && some[back] === others[otherBack]) {
      pairs[back--] = otherBack--;
    }
    if (anchor < some.length) pairs[anchor] = otherAnchor;
    [at, other] = [anchor + 1, otherAnchor + 1];
  }
  for (const [place, text] of some.entries()) if (text === '') pairs[place] = -1;
  return pairs;
}

/** Places of the words that stand once in each list, in an order that both lists share. */
function anchorsIn(some: string[], others: string[]): (readonly [number, number])[] {
  const once = placesOfOnce(others);
  const shared: [number, number][] = [];
  for (const [text, at] of placesOfOnce(some)) {
    const other = once.get(text);
    if (other !== undefined) shared.push([at, other]);
  }
  const kept = rising(shared.map(([, other]) => other));
  return shared.filter((_, place) => kept.has(place));
}

function placesOfOnce(texts: string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, text] of texts.entries()) {
    if (text === '' || twice.has(text)) continue;
    if (places.delete(text)) twice.add(text);
    else places.set(text, at);
  }
  return places;
}
