import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Ffmpeg } from '../../src/media/ffmpeg.ts';

/** The machine in one line: without it no absolute figure says anything. */
export function describeMachine(ffmpeg: Ffmpeg): string {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() || process.arch;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${cores} cores (${model}), load ${load}, Node ${process.versions.node}, ffmpeg ${ffmpeg.version}`;
}
