import type { Aligner } from '../align/in-worker.ts';
import type { Ffmpeg } from '../media/ffmpeg.ts';
import type { OnStep } from './progress.ts';

/** What every step of making an episode may need. */
export interface Tools {
  ffmpeg: Ffmpeg;
  aligner: Aligner;
  signal: AbortSignal;
  onStep: OnStep;
}
