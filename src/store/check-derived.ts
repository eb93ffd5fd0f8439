import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findGivenFiles, fingerprint } from './given-files.ts';
import { hashGently } from './hash-gently.ts';
import { publishedFolder } from './layout.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { ifMissing } from './missing.ts';

/** What a look at a file's bytes showed: `missing` is for others to notice. */
export type Condition = 'good' | 'damaged' | 'missing';

type Rest = (took: number) => Promise<void>;

/**
 * Compares a file of `published/` with its name, which carries the beginning of its bytes' SHA-256; first
 * its size, where the manifest knows it, which costs nothing.
 *
 * @throws what reading throws: the disk cannot, or this user may not
 */
export async function checkDerived(
  folder: string,
  manifest: Manifest,
  name: string,
  rest: Rest,
): Promise<Condition> {
  const path = join(publishedFolder(folder), name);
  const found = await stat(path).catch(ifMissing(null));
  if (found === null) return 'missing';
  const { audio, cover } = manifest.episode;
  const known = [audio, cover].find((one) => one?.file === name);
  if (known && known.bytes !== found.size) return 'damaged';
  const wanted = name === audio.file ? audio.sha256 : /-([0-9a-f]{16})\.[^.]+$/.exec(name)?.[1];
  if (wanted === undefined) return 'good';
  const sha256 = await hashGently(path, rest);
  return sha256.startsWith(wanted) ? 'good' : 'damaged';
}

/** The same for the recording as it was given: only where its size and date say that nobody changed it. */
export async function checkRecording(
  folder: string,
  manifest: Manifest,
  rest: Rest,
): Promise<Condition> {
  const given = await findGivenFiles(folder);
  if (given.recording === null) return 'missing';
  const mark = await fingerprint(folder, given);
  if (mark[given.recording] !== manifest.madeFrom[given.recording]) return 'good';
  const sha256 = await hashGently(join(folder, given.recording), rest);
  return sha256 === manifest.recording.sha256 ? 'good' : 'damaged';
}

/**
 * Notes in the manifest that a file of `published/` is damaged, so that it is made anew; it is read until then.
 *
 * @returns the manifest as it is now
 * @throws AlongsideError `disk_full`, `folder_read_only`; then nothing has changed
 */
export async function distrustDerived(
  folder: string,
  manifest: Manifest,
  name: string,
): Promise<Manifest> {
  const { audio, waveform } = manifest.episode;
  const isSound = name === audio.file || name === waveform.file;
  // Covers are written whenever an episode is made, and a transcript is not taken over before it was checked.
  const soundKey = isSound ? '' : manifest.soundKey;
  // What is noted of the recording stays, so that damage to it is still told from a change.
  const madeFrom = { ...manifest.madeFrom, [`published/${name}`]: 'damaged' };
  const distrusted = { ...manifest, madeFrom, soundKey };
  await writeManifest(folder, distrusted);
  return distrusted;
}
