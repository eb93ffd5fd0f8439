import type { AcousticModel } from '../model/read-model.ts';
import type { SenoneScores } from '../model/senones.ts';
import type { Script } from '../script/script.ts';
import { isSpeech } from '../spot/evidence.ts';
import { layOutBand, type Window } from './band.ts';
import type { RestScores } from './rest-scores.ts';
import type { Span } from './spans.ts';
import { layOutStates } from './states.ts';
import { traceBack, type Way } from './trace-back.ts';
import { senonesOf } from './triphone.ts';
import { findWay, type Penalties } from './viterbi.ts';

export interface Fitting {
  script: Script;
  model: AcousticModel;
  scores: SenoneScores;
  /** Phones without regard to their neighbours: for languages the model was not trained on. */
  byItself: boolean;
  /**
   * What each frame of something unwritten costs against the best that any phone could do. Higher where even
   * the right words fit badly, for noise or another language; infinite where all is known to be spoken.
   */
  straying: number;
  /** What frames score as silence where the model is not to say so. */
  restScores?: RestScores | null;
}

/** A span's words with when they are spoken. */
export interface Fit extends Way {
  /** Which of the script's words they are. */
  indexes: number[];
}

/** Ways that are e to this power less likely than the best hardly ever become the best; noise evens ways out. */
const beam = 1000;

/** To begin a silence where one is likely, and to stray, leave out a word: where a sentence ends, and elsewhere. */
const cost = { rest: 2, strayAtEnd: 25, strayInside: 40, skip: 150, skipMore: 50 } as const;
/** What `straying` is in a clean recording; where it is more, what rests and strays cost grows with it. */
const usualStraying = 2.5;

/**
 * Finds when the words of a span are spoken, to 10 ms.
 *
 * @returns null where the words cannot be spoken in so little time
 */
export function fitWords({ frames, units }: Span, fitting: Fitting): Fit | null {
  const { script, model, scores } = fitting;
  const indexes: number[] = [];
  const windows: Window[] = [];
  for (const { unit, window } of units) {
    const { from, to } = script.units[unit]!;
    for (let word = from; word < to; word += 1) {
      indexes.push(word);
      windows.push({ ...window });
    }
  }
  keepInOrder(windows, frames);
  const words = indexes.map((index) => script.words[index]!);
  // Whether a word follows the one before it in the same sentence.
  const follows = indexes.map(
    (index, at) => at > 0 && indexes[at - 1] === index - 1 && !words[at]!.opensSentence,
  );
  const states = layOutStates(words, follows, model, fitting.byItself);
  const band = layOutBand(frames, windows, states);
  const rests = words.map((word) => word.restsAfter);
  const penalties = penaltiesFor(follows, rests, fitting.straying);
  const anything = anythingIn(model);
  const find = (width: number) =>
    traceBack(
      states,
      band,
      findWay(states, band, scores, penalties, anything, width, fitting.restScores),
    );
  const way = find(beam * Math.max(1, penalties.straying / 3)) ?? find(Number.POSITIVE_INFINITY);
  return way && { ...way, indexes };
}

function keepInOrder(windows: Window[], frames: Window): void {
  let earliest = frames.from;
  for (const window of windows) {
    earliest = Math.max(earliest, window.from);
    window.from = earliest;
  }
  let latest = frames.to;
  for (let at = windows.length - 1; at >= 0; at -= 1) {
    const window = windows[at]!;
    latest = Math.min(latest, window.to);
    window.to = latest;
  }
}

function penaltiesFor(follows: boolean[], rests: boolean[], straying: number): Penalties {
  const places = follows.length + 1;
  const known = Number.isFinite(straying) ? straying : usualStraying;
  const penalties: Penalties = {
    rest: new Float32Array(places).fill(-cost.rest),
    resting: new Float32Array(places),
    stray: new Float32Array(places).fill(Number.isFinite(straying) ? cost.strayAtEnd : 1e9),
    straying: known,
    skip: Number.isFinite(straying)
      ? { first: cost.skip, more: cost.skipMore }
      : { first: 1e9, more: 1e9 },
  };
  for (let place = 1; place < places - 1; place += 1) {
    if (!follows[place]) continue;
    if (Number.isFinite(straying)) penalties.stray[place] = cost.strayInside;
    if (rests[place - 1]) continue;
    penalties.rest[place] = -cost.rest - 5 * known;
    penalties.resting[place] = (0.15 * known) / usualStraying;
  }
  return penalties;
}

function anythingIn(model: AcousticModel): number[] {
  return model.phones.flatMap((name, phone) =>
    isSpeech(name) ? senonesOf(model, model.alone[phone]!) : [],
  );
}
