import type { AcousticModel } from '../model/read-model.ts';
import type { SenoneScores } from '../model/senones.ts';

/** Frames of 10 ms from one step of the evidence to the next. */
export const framesPerStep = 3;

/**
 * How much speaks for each third of each phone, every 30 ms: above 0 where it stands out among the phones,
 * below where others fit better. Kept in a byte each, so that an hour takes 14 MB.
 */
export interface Evidence {
  steps: number;
  /** [step][phone][third], in units of `unit`. */
  table: Int8Array;
  /** Numbers in a step. */
  width: number;
  /** 1 where nothing is heard. */
  silent: Uint8Array;
  /** How much each phone scores too well or too badly throughout this recording, in logarithms. */
  bias: Float32Array;
}

/** What 1 in the table stands for: a fraction of the recording's typical lead of the best phone. */
export const unit = 1 / 24;

/** While raw scores are gathered, a byte holds how far one is below its step's best, in fifths. */
const rawUnit = 0.2;

/** The share of a phone's mean deficit that is taken for the recording's doing rather than the phone's. */
const biasShare = 0.5;

/** Phones that score better than this share of all are evidence for themselves. */
const standsOut = 0.8;

/**
 * Listens for every phone by itself, context left aside, at one frame of three. Scores depend on recording and
 * room, so they are made relative three times over: to what the phone scores in this recording on average, to
 * the other phones in the same frame, and to how far the best phone of a frame usually leads. Silence is evidence
 * for nothing, or sentences would be stretched over pauses.
 *
 * @param active 1 for each 10 ms frame in which something is heard
 */
export function gatherEvidence(
  model: AcousticModel,
  scores: SenoneScores,
  active: Uint8Array,
  onStep: (step: number) => void,
): Evidence {
  const steps = Math.ceil(active.length / framesPerStep);
  const { phones } = model;
  const spoken = phones.flatMap((name, phone) => (isSpeech(name) ? [phone] : []));
  const width = phones.length * 3;
  const table = new Int8Array(steps * width);
  const silent = new Uint8Array(steps);
  for (let step = 0; step < steps; step += 1) {
    silent[step] = isSilent(active, step) ? 1 : 0;
    scores.look(Math.min(active.length - 1, step * framesPerStep + 1));
    writeRaw(model, scores, spoken, table.subarray(step * width, (step + 1) * width));
    onStep(step);
  }
  const bias = biasOf(table, silent, spoken, phones.length);
  const lead = standOut(table, silent, spoken, bias, width);
  for (let step = 0; step < steps; step += 1) {
    const row = table.subarray(step * width, (step + 1) * width);
    settle(row, lead, silent[step] === 1);
  }
  return { steps, table, width, silent, bias };
}

/** Whether a model's phone is spoken, and neither silence nor a noise. */
export function isSpeech(name: string): boolean {
  return name !== 'SIL' && !name.startsWith('+');
}

function isSilent(active: Uint8Array, step: number): boolean {
  const frames = active.subarray(step * framesPerStep, (step + 1) * framesPerStep);
  let heard = 0;
  for (const frame of frames) heard += frame;
  return heard * 2 < frames.length;
}

function writeRaw(model: AcousticModel, scores: SenoneScores, spoken: number[], row: Int8Array) {
  let most = Number.NEGATIVE_INFINITY;
  for (const phone of spoken) {
    const sequence = model.alone[phone]! * 3;
    for (let state = 0; state < 3; state += 1) {
      most = Math.max(most, scores.score(model.sequences[sequence + state]!));
    }
  }
  for (const phone of spoken) {
    const sequence = model.alone[phone]! * 3;
    for (let state = 0; state < 3; state += 1) {
      const below = scores.score(model.sequences[sequence + state]!) - most;
      row[phone * 3 + state] = Math.max(-127, Math.round(below / rawUnit));
    }
  }
}

/** A phone's best third in a row, as it stands there. */
function bestOf(row: Int8Array, phone: number): number {
  const at = phone * 3;
  return Math.max(row[at]!, row[at + 1]!, row[at + 2]!);
}

/** A phone's mean distance from the best phone where something is heard, against the mean of all phones. */
function biasOf(table: Int8Array, silent: Uint8Array, spoken: number[], phones: number) {
  const means = new Float64Array(phones);
  let heard = 0;
  for (let step = 0; step < silent.length; step += 1) {
    if (silent[step] === 1) continue;
    heard += 1;
    const row = table.subarray(step * phones * 3, (step + 1) * phones * 3);
    for (const phone of spoken) means[phone]! += Math.max(-15, bestOf(row, phone) * rawUnit);
  }
  let all = 0;
  for (const phone of spoken) all += means[phone]!;
  const bias = new Float32Array(phones);
  for (const phone of spoken) {
    bias[phone] = (biasShare * (means[phone]! - all / spoken.length)) / Math.max(1, heard);
  }
  return bias;
}

/**
 * Takes the bias off, and from every score in a step what a fifth of the phones reach; in raw units.
 *
 * @returns how far the best phone of a step leads the middle one, on average where something is heard
 */
function standOut(
  table: Int8Array,
  silent: Uint8Array,
  spoken: number[],
  bias: Float32Array,
  width: number,
): number {
  const ranked = new Float32Array(spoken.length);
  const off = Float32Array.from(bias, (value) => value / rawUnit);
  let leads = 0;
  let heard = 0;
  for (let step = 0; step < silent.length; step += 1) {
    const row = table.subarray(step * width, (step + 1) * width);
    for (const [at, phone] of spoken.entries()) ranked[at] = bestOf(row, phone) - off[phone]!;
    ranked.sort();
    const line = ranked[Math.floor(spoken.length * standsOut)]!;
    for (const phone of spoken) {
      for (let at = phone * 3; at < phone * 3 + 3; at += 1) {
        row[at] = Math.max(-128, Math.min(127, Math.round(row[at]! - off[phone]! - line)));
      }
    }
    if (silent[step] === 0) {
      leads += ranked[spoken.length - 1]! - ranked[spoken.length >> 1]!;
      heard += 1;
    }
  }
  return Math.max(1, leads / Math.max(1, heard));
}

/** From raw units to a share of the usual lead; in silence, next to nothing either way. */
function settle(row: Int8Array, lead: number, silent: boolean): void {
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at]! / lead / unit;
    if (silent) row[at] = value < 0 ? Math.max(-1, Math.round(value)) : 0;
    else row[at] = Math.max(-128, Math.min(127, Math.round(value)));
  }
}
