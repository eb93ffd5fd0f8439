import { framesPerStep } from '../spot/evidence.ts';
import type { Placed } from '../spot/place-units.ts';
import type { Window } from './band.ts';

/** Units that are fitted together, and the frames in which that is done. */
export interface Span {
  frames: Window;
  units: { unit: number; window: Window }[];
}

/** Frames before and behind where a unit was found in which its words may be. */
const around = 100;
/** Units in a span, so that memory has a bound. */
const most = 40;
/** Frames that an unfound unit may stray from its even share, where many share a long gap. */
const leeway = 1500;

/**
 * Joins units that lie near one another, so that each bounds its neighbours; where the recording has more
 * than a little between two units, a new span begins.
 *
 * @param frames of the recording
 */
export function joinSpans(placed: Placed[], frames: number): Span[] {
  const spans: Span[] = [];
  const shared = shareGaps(placed);
  for (let from = 0; from < shared.length; ) {
    const to = endOfSpan(shared, from);
    const units = shared.slice(from, to);
    const next = shared[to];
    const reach = Math.min(frames, units.at(-1)!.end * framesPerStep + around);
    // A span ends before its neighbour's first word is expected.
    const end = next
      ? Math.min(
          reach,
          Math.max(units.at(-1)!.end * framesPerStep + 10, next.start * framesPerStep - 10),
        )
      : reach;
    const start = Math.max(0, units[0]!.start * framesPerStep - around);
    spans.push({
      frames: { from: start, to: end },
      units: units.map(({ unit, start: first, end: last }) => ({
        unit,
        window: {
          from: first * framesPerStep - around,
          to: last * framesPerStep + around,
        },
      })),
    });
    from = to;
  }
  return spans;
}

/** Behind the last unit that lies near the one before it; in a long run of these, where the widest rest is. */
function endOfSpan(placed: Placed[], from: number): number {
  const gapBefore = (at: number) => (placed[at]!.start - placed[at - 1]!.end) * framesPerStep;
  let to = from + 1;
  while (to < placed.length && to - from < most && gapBefore(to) < 2 * around) to += 1;
  if (to - from < most || to === placed.length) return to;
  let widest = to;
  let rest = Number.NEGATIVE_INFINITY;
  for (let at = from + most / 2; at <= to; at += 1) {
    // Where a unit may be is not known well enough next to one that may not be spoken at all.
    if (placed[at - 1]!.how !== 'sure' || placed[at]!.how !== 'sure') continue;
    if (gapBefore(at) > rest) {
      widest = at;
      rest = gapBefore(at);
    }
  }
  return widest;
}

/** Gives each of the units that share a long gap a part of it, with leeway. */
function shareGaps(placed: Placed[]): Placed[] {
  const shared: Placed[] = [];
  for (let from = 0; from < placed.length; ) {
    let to = from + 1;
    const { how, start, end } = placed[from]!;
    if (how === 'likely') {
      while (placed[to]?.how === 'likely' && placed[to]?.start === start) to += 1;
    }
    const room = (end - start) / (to - from);
    for (let at = from; at < to; at += 1) {
      const even = start + room * (at - from);
      const slack = leeway / framesPerStep;
      shared.push({
        ...placed[at]!,
        start: Math.max(start, Math.floor(even - slack)),
        end: Math.min(end, Math.ceil(even + room + slack)),
      });
    }
    from = to;
  }
  return shared;
}
