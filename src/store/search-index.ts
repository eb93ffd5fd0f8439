import { readFileSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Transcript } from '../episode/transcript.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';

/** Makes the folder that the search index is written to. */
export async function makeIndexFolder({ searchIndex }: Layout) {
  await mkdir(dirname(searchIndex), { recursive: true });
}

/** Deletes the search index; it is made again from the episodes. */
export async function deleteIndex({ searchIndex }: Layout) {
  await rm(dirname(searchIndex), { recursive: true, force: true });
}

/** Nobody speaks for a hundred hours; what would fill the memory must not take all other words along. Bytes. */
const most = 100 << 20;

/**
 * A transcript as `published/` keeps it. The thread of the search does one thing after the other, so it waits.
 *
 * @param path as `publishedTranscript` gives it
 * @returns null where it is too large to be searched, undefined where it is not there
 */
export function readTranscript(path: string): Transcript | null | undefined {
  try {
    if (statSync(path).size > most) return null;
    return JSON.parse(readFileSync(path, 'utf8')) as Transcript;
  } catch (error) {
    return ifMissing(undefined)(error as NodeJS.ErrnoException);
  }
}
