import type { SenoneScores } from '../model/senones.ts';
import { type Band, stateOf } from './band.ts';
import { createDecisions, type Decisions, skipped } from './decisions.ts';
import type { RestScores } from './rest-scores.ts';
import type { States } from './states.ts';

/** What it costs to leave the words, in logarithms. */
export interface Penalties {
  /** Of each place between words: to begin a silence there, and each frame of it beyond what silence costs. */
  rest: Float32Array;
  resting: Float32Array;
  /** Of each place: to begin something that is not written. */
  stray: Float32Array;
  /** Each frame of what is not written, against the best that any phone could do. */
  straying: number;
  /** To leave a word out, and to leave out another right after it: what is missing is rarely one word. */
  skip: { first: number; more: number };
}

const never = Number.NEGATIVE_INFINITY;

/**
 * The most likely way through the words, frame by frame (A. J. Viterbi, 1967), within the band: through the
 * states of one of a word's pronunciations after another, with silence between them where there is some, a
 * word left out or something else heard where that explains the sound better. Something else is modelled by
 * whatever phones fit best, less a constant.
 *
 * @param anything the senones of all phones by themselves
 * @param restScores what frames score as silence, in place of what the model thinks of them
 * @param beam ways that are this much less likely than the best are given up
 * @returns what was decided, from which `traceBack` reads the way
 */
export function findWay(
  states: States,
  band: Band,
  scores: SenoneScores,
  penalties: Penalties,
  anything: number[],
  beam: number,
  restScores: RestScores | null = null,
): Decisions {
  const { senones, stays, goesOn, opens, pronunciationStarts, wordStarts, silence } = states;
  const words = wordStarts.length - 1;
  const decisions = createDecisions(band);
  const { moved, rests, arrivals, ready, arrived, heard } = decisions;
  const now = new Float64Array(senones.length).fill(never);
  const resting = new Float64Array((words + 1) * 3).fill(never);
  const straying = new Float64Array(words + 1).fill(never);
  // Of each place, at the moment between two frames: the best way to be there, to go into silence, and to stray.
  const enter = new Float64Array(words + 1).fill(never);
  const rest = new Float64Array(words + 1).fill(never);
  const stray = new Float64Array(words + 1).fill(never);
  const skip = new Float64Array(words + 1).fill(never);

  const settlePlaces = (at: number, from: number, to: number) => {
    const cell = band.placeAt[at]!;
    for (let place = from; place < to; place += 1) {
      let best = at === 0 && place === 0 ? 0 : never;
      let by = 0;
      if (place > 0 && at > 0) {
        const first = wordStarts[place - 1]!;
        for (let which = first; which < wordStarts[place]!; which += 1) {
          const end = pronunciationStarts[which + 1]! - 1;
          const value = now[end]! + goesOn[end]!;
          if (value > best) {
            best = value;
            by = which - first;
          }
        }
      }
      let another = 0;
      skip[place] = never;
      if (place > from) {
        const first = enter[place - 1]! - penalties.skip.first;
        const more = skip[place - 1]! - penalties.skip.more;
        skip[place] = Math.max(first, more);
        if (more > first) another = 256;
        if (skip[place]! > best) {
          best = skip[place]!;
          by = skipped;
        }
      }
      const rested = resting[place * 3 + 2]! + silence.goesOn[2]!;
      const strayed = straying[place]!;
      const intoRest = Math.max(best, strayed);
      const intoStray = Math.max(best, rested);
      rest[place] = intoRest + penalties.rest[place]!;
      stray[place] = intoStray - penalties.stray[place]!;
      const through = Math.max(best, rested, strayed);
      enter[place] = through;
      const kind = through === best ? 0 : through === rested ? 1 : 2;
      arrivals[cell + place - from] =
        by | (kind << 4) | (strayed > best ? 64 : 0) | (rested > best ? 128 : 0) | another;
      ready[cell + place - from] = through;
      arrived[cell + place - from] = best;
    }
  };
  // The best way so far; what is farther behind than the beam cannot catch up.
  let leading = 0;
  const passStates = (at: number) => {
    // Whatever the beam, a way that does not exist is not looked at.
    const hopeless = Math.max(leading - beam, Number.MIN_SAFE_INTEGER);
    leading = never;
    const from = stateOf(states, band.firstWord[at]!);
    const to = stateOf(states, band.lastWord[at]!);
    const cell = band.stateAt[at]! - from;
    let word = band.lastWord[at]! - 1;
    for (let state = to - 1; state >= from; state -= 1) {
      while (state < stateOf(states, word)) word -= 1;
      const stay = now[state]! + stays[state]!;
      const come = opens[state] === 1 ? enter[word]! : now[state - 1]! + goesOn[state - 1]!;
      const value = come > stay ? come : stay;
      moved[cell + state] = come > stay ? 1 : 0;
      if (value < hopeless) {
        now[state] = never;
        continue;
      }
      const scored = value + scores.score(senones[state]!);
      now[state] = scored;
      if (scored > leading) leading = scored;
    }
  };
  const passRests = (at: number, from: number, to: number) => {
    let nearest = never;
    for (const senone of anything) nearest = Math.max(nearest, scores.score(senone));
    heard[at] = nearest;
    const frame = band.frames.from + at;
    const silent = nearest + (restScores?.silent[frame] ?? 0);
    const quiet = restScores
      ? [nearest + restScores.fading[frame]!, silent, silent]
      : silence.senones.map((senone) => scores.score(senone));
    const cell = band.placeAt[at]!;
    for (let place = from; place < to; place += 1) {
      let bits = 0;
      for (let state = 2; state >= 0; state -= 1) {
        const own = place * 3 + state;
        const stay = resting[own]! + silence.stays[state]!;
        const come = state === 0 ? rest[place]! : resting[own - 1]! + silence.goesOn[state - 1]!;
        if (come > stay) bits |= 1 << state;
        resting[own] = Math.max(come, stay) + quiet[state]! - penalties.resting[place]!;
      }
      if (resting[place * 3]! > leading) leading = resting[place * 3]!;
      if (stray[place]! > straying[place]!) bits |= 8;
      straying[place] = Math.max(stray[place]!, straying[place]!) + nearest - penalties.straying;
      if (straying[place]! > leading) leading = straying[place]!;
      rests[cell + place - from] = bits;
    }
  };

  const { from, to } = band.frames;
  for (let frame = from; frame < to; frame += 1) {
    const at = frame - from;
    const firstPlace = band.firstPlace[at]!;
    const lastPlace = band.lastPlace[at]!;
    leave(band, states, at, now, resting, straying, enter);
    settlePlaces(at, firstPlace, lastPlace);
    scores.look(frame);
    passStates(at);
    passRests(at, firstPlace, lastPlace);
  }
  const end = to - from;
  leave(band, states, end, now, resting, straying, enter);
  settlePlaces(end, band.firstPlace[end]!, band.lastPlace[end]!);
  decisions.total = enter[words]!;
  return decisions;
}

/** Forgets the words and places that the band has left behind. */
function leave(
  band: Band,
  states: States,
  at: number,
  now: Float64Array,
  resting: Float64Array,
  straying: Float64Array,
  enter: Float64Array,
): void {
  if (at === 0) return;
  const was = band.firstPlace[at - 1]!;
  const is = band.firstPlace[at]!;
  if (is === was) return;
  now.fill(
    never,
    stateOf(states, was),
    stateOf(states, Math.min(is, states.wordStarts.length - 1)),
  );
  resting.fill(never, was * 3, is * 3);
  straying.fill(never, was, is);
  enter.fill(never, was, is);
}
