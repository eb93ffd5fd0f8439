import { type Chain, chainHits } from './chain.ts';
import type { Evidence } from './evidence.ts';
import { type Hit, type Spotted, spot } from './spot.ts';

/** Where every unit may be. */
export interface Search {
  hits: Hit[];
  /** Of each unit, what it reaches by chance. */
  chances: number[];
  /** Steps that each unit is expected to last. */
  lengths: number[];
  /** For each step, how many active ones lie before it. */
  activeBefore: Float32Array;
}

/** Units that are looked for in the whole of a long recording; between them the others are looked for. */
const anchors = 100;
/** Steps of a good anchor: long enough to be unmistakable, short enough to keep its rhythm. */
const anchorLength = 110;
/** An anchor has to reach this much more than it does by chance. */
const certain = 1.3;
/** Steps beyond the anchors to either side: three seconds. */
const margin = 100;

/**
 * Looks for every unit. In a short recording everywhere; in a long one, where that would take the product of
 * both lengths, for a hundred units everywhere and for the rest between the next but one of these.
 *
 * @param codes of each unit
 * @param onUnit told after each how many are done
 */
export function searchUnits(
  evidence: Evidence,
  codes: Uint16Array[],
  onUnit: (done: number) => void,
): Search {
  const lengths = codes.map(({ length }) => length);
  const activeBefore = countActive(evidence.silent);
  const whole = { from: 0, to: evidence.steps };
  const found = new Array<Spotted>(codes.length);
  let done = 0;
  const look = (unit: number, stretch: { from: number; to: number }) => {
    found[unit] = spot(evidence, unit, codes[unit]!, stretch);
    done += 1;
    onUnit(done);
  };
  if (codes.length < anchors * 2) {
    for (const unit of codes.keys()) look(unit, whole);
  } else {
    const chosen = chooseAnchors(lengths);
    for (const unit of chosen) look(unit, whole);
    const sure = chainAnchors(chosen, found, lengths, activeBefore);
    for (const unit of codes.keys()) {
      if (found[unit] === undefined) look(unit, between(sure, unit, evidence.steps));
    }
  }
  return {
    hits: found.flatMap(({ hits }) => hits),
    chances: found.map(({ chance }) => chance),
    lengths,
    activeBefore,
  };
}

function countActive(silent: Uint8Array): Float32Array {
  const before = new Float32Array(silent.length + 1);
  for (const [step, isSilent] of silent.entries()) {
    before[step + 1] = before[step]! + (isSilent === 1 ? 0 : 1);
  }
  return before;
}

/** From each of equal parts of the transcript the unit whose length is best. */
function chooseAnchors(lengths: number[]): number[] {
  const part = lengths.length / anchors;
  return Array.from({ length: anchors }, (_, at) => {
    const from = Math.floor(at * part);
    const to = Math.floor((at + 1) * part);
    let best = from;
    for (let unit = from; unit < to; unit += 1) {
      if (Math.abs(lengths[unit]! - anchorLength) < Math.abs(lengths[best]! - anchorLength)) {
        best = unit;
      }
    }
    return best;
  });
}

/** The anchors that are beyond doubt where they are. */
function chainAnchors(
  chosen: number[],
  found: Spotted[],
  lengths: number[],
  activeBefore: Float32Array,
): Hit[] {
  const placeOf = new Map(chosen.map((unit, at) => [unit, at]));
  const hits = chosen.flatMap((unit) =>
    found[unit]!.hits.map((hit) => ({ ...hit, unit: placeOf.get(unit)! })),
  );
  const chanceOf = (hit: Hit) => Math.max(0, found[chosen[hit.unit]!]!.chance);
  const chain: Chain = chainHits(
    hits,
    chosen.map((unit) => lengths[unit]!),
    activeBefore,
    { gain: (hit) => hit.score - chanceOf(hit), skipping: 0.05, gap: 0 },
  );
  return chain.hits
    .filter((hit) => hit.score > certain * chanceOf(hit))
    .map((hit) => ({ ...hit, unit: chosen[hit.unit]! }));
}

/** From the last anchor but one before a unit to the next but one after it, in case one of them is wrong. */
function between(sure: Hit[], unit: number, steps: number): { from: number; to: number } {
  let after = 0;
  while (after < sure.length && sure[after]!.unit <= unit) after += 1;
  const from = sure[after - 2]?.start ?? 0;
  const to = sure[after + 1]?.end ?? steps;
  return { from: Math.max(0, from - margin), to: Math.min(steps, to + margin) };
}
