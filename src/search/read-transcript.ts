import { readFileSync, statSync } from 'node:fs';
import type { Transcript } from '../episode/transcript.ts';

/** Nobody speaks for a hundred hours; what would fill the memory must not take all other words along. Bytes. */
const most = 100 << 20;

/**
 * A transcript as `published/` keeps it, the model as JSON.
 *
 * @param file absolute path
 * @returns null where it is too large to be searched, undefined where it is not there
 */
export function readTranscript(file: string): Transcript | null | undefined {
  try {
    if (statSync(file).size > most) return null;
    return JSON.parse(readFileSync(file, 'utf8')) as Transcript;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
