import { type Evidence, unit } from './evidence.ts';

/** A place where a unit may be spoken. */
export interface Hit {
  unit: number;
  /** First step, and the one after the last. */
  start: number;
  end: number;
  /** Evidence for it, in leads. */
  score: number;
}

/** Where a unit may be, and what it reaches where it is not. */
export interface Spotted {
  hits: Hit[];
  /** The score that one of ten of the unit's own best places in the searched stretch exceeds. */
  chance: number;
}

/** A sound may last twice its length for nothing; beyond that each step costs this much, in leads. */
const lingering = 1 / unit;
/** In silence next to nothing: voices rest. */
const resting = 0.02 / unit;
/** Places of one unit that are remembered. */
const mostHits = 40;

/**
 * Looks for a unit anywhere in a stretch of the recording: the path through evidence × codes with the most
 * evidence, for every place where it may end. It may begin anywhere, skip a code, stay in one. Dynamic
 * programming with free ends (subsequence matching; M. Müller: Information Retrieval for Music and Motion,
 * 2007, chapter 4), each path carrying the place where it began, so memory is two rows.
 */
export function spot(
  evidence: Evidence,
  which: number,
  codes: Uint16Array,
  { from, to }: { from: number; to: number },
): Spotted {
  const { table, width, silent } = evidence;
  const length = codes.length;
  // Paths that just came to a code, and paths that stay in it; with where each began.
  const came = new Float64Array(length).fill(never);
  const cameFrom = new Int32Array(length);
  const stays = new Float64Array(length).fill(never);
  const staysFrom = new Int32Array(length);
  const scores = new Float32Array(to - from);
  const starts = new Int32Array(to - from);
  for (let step = from; step < to; step += 1) {
    const row = step * width;
    const lingers = silent[step] === 1 ? resting : lingering;
    // The best at one and at two codes before this one, as they were a step ago.
    let one = never;
    let oneFrom = 0;
    let two = never;
    let twoFrom = 0;
    for (let code = 0; code < length; code += 1) {
      const here = came[code]!;
      const hereFrom = cameFrom[code]!;
      const stayed = stays[code]! - lingers;
      const value = table[row + codes[code]!]!;
      let best = one;
      let bestFrom = oneFrom;
      if (two > best) {
        best = two;
        bestFrom = twoFrom;
      }
      if (code < 2 && best < 0) {
        best = 0;
        bestFrom = step;
      }
      came[code] = best + value;
      cameFrom[code] = bestFrom;
      two = one;
      twoFrom = oneFrom;
      const was = stays[code]!;
      if (here >= was) {
        one = here;
        oneFrom = hereFrom;
      } else {
        one = was;
        oneFrom = staysFrom[code]!;
      }
      if (here >= stayed) {
        stays[code] = here + value;
        staysFrom[code] = hereFrom;
      } else {
        stays[code] = stayed + value;
      }
    }
    const last = length - 1;
    const justCame = came[last]! >= stays[last]!;
    scores[step - from] = unit * (justCame ? came[last]! : stays[last]!);
    starts[step - from] = justCame ? cameFrom[last]! : staysFrom[last]!;
  }
  const places = peaks(
    scores,
    Math.max(3, Math.floor(length * 0.4)),
    (at) => silent[from + at] === 1,
  );
  places.sort((a, b) => scores[b]! - scores[a]! || a - b);
  return {
    hits: places.slice(0, mostHits).map((at) => ({
      unit: which,
      start: starts[at]!,
      end: from + at + 1,
      score: scores[at]!,
    })),
    chance: scores[places[Math.floor(places.length * 0.1)] ?? 0] ?? 0,
  };
}

const never = -1e9;

/** Where a score is the highest within a radius; in silence only if it is still rising. */
function peaks(scores: Float32Array, radius: number, isSilent: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at]!;
    if (at > 0 && isSilent(at) && scores[at - 1]! >= score) continue;
    let isPeak = true;
    const last = Math.min(scores.length - 1, at + radius);
    for (let other = Math.max(0, at - radius); isPeak && other <= last; other += 1) {
      isPeak = scores[other]! < score || (scores[other] === score && other >= at);
    }
    if (isPeak) found.push(at);
  }
  return found;
}
