import type { Peaks } from '../episode/episode.ts';

/** How many points a waveform has, however long the sound. */
export const peakPoints = 1200;

/** Takes PCM as it comes and remembers only its outline. */
export interface PeakMeter {
  /** Signed 16-bit little-endian mono; a chunk may end in the middle of a sample. */
  take(chunk: Buffer): void;
  /** Samples taken so far. */
  samples(): number;
  peaks(): Peaks;
}

/**
 * Keeps the loudest sample of each of a fixed number of stretches. When all are filled, neighbours are
 * joined and each stands for twice the time, so memory does not depend on the length of the sound.
 */
export function createPeakMeter(): PeakMeter {
  const loudest = new Uint16Array(peakPoints * 8);
  let perStretch = 8;
  let samples = 0;
  let half: number | null = null;

  const join = () => {
    for (let at = 0; at < loudest.length / 2; at += 1) {
      loudest[at] = Math.max(loudest[2 * at]!, loudest[2 * at + 1]!);
    }
    loudest.fill(0, loudest.length / 2);
    perStretch *= 2;
  };
  const takeSample = (value: number) => {
    if (samples === loudest.length * perStretch) join();
    const at = Math.floor(samples / perStretch);
    const size = Math.abs(value);
    if (size > loudest[at]!) loudest[at] = size;
    samples += 1;
  };
  const take = (chunk: Buffer) => {
    let at = 0;
    if (half !== null && chunk.length > 0) {
      takeSample(signed(half, chunk[0]!));
      half = null;
      at = 1;
    }
    for (; at + 1 < chunk.length; at += 2) takeSample(signed(chunk[at]!, chunk[at + 1]!));
    if (at < chunk.length) half = chunk[at]!;
  };
  const peaks = () => outline(loudest.subarray(0, Math.ceil(samples / perStretch)));
  return { take, samples: () => samples, peaks };
}

function signed(low: number, high: number): number {
  return ((high << 24) >> 16) | low;
}

/** −60 dB of full scale: what is never louder than that is drawn as silence. */
const faintest = 33;

/**
 * The outline as points of 0–100. 100 is the recording's own loudest moment, so that a quiet recording fills
 * its picture too. The curve is gentle: on a straight one, quiet speech would hardly show beside a laugh.
 */
function outline(loudest: Uint16Array): Peaks {
  const most = loudest.reduce((so, size) => Math.max(so, size), 0);
  return Array.from({ length: peakPoints }, (_, point) => {
    const from = Math.floor((point * loudest.length) / peakPoints);
    const to = Math.ceil(((point + 1) * loudest.length) / peakPoints);
    const size = loudest.subarray(from, to).reduce((so, next) => Math.max(so, next), 0);
    return most < faintest ? 0 : Math.round(100 * (size / most) ** 0.7);
  });
}
