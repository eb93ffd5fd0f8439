import type { Show } from '../episode/show.ts';
import { readDecided } from '../store/decided.ts';
import { type Fingerprint, sameFingerprint } from '../store/given-files.ts';
import { isWhole, type Manifest, readManifest } from '../store/manifest.ts';
import { brokeOff } from './broke-off.ts';
import { madeWith } from './make-episode.ts';

/** What is published in an episode's folder. */
export interface Published {
  /** As readers are to have it: what is out of date is shown as it was until it has been made anew. */
  shown: Manifest;
  /** Whether it was made of these very files, with the show as it is, and nothing of it broke off. */
  current: boolean;
}

/**
 * The manifest of a folder; null where there is none. Where a file is gone that it names, the episode stays
 * public without it until it has been made again. A folder that was copied or restored with its dates is
 * current, and has nothing to be made anew.
 *
 * @param mark of the files that are given now
 */
export async function findPublished(
  folder: string,
  mark: Fingerprint,
  show: Show,
): Promise<Published | null> {
  const manifest = await readManifest(folder);
  if (manifest === null) return null;
  const decided = await readDecided(folder).catch(() => null);
  const current =
    decided !== null &&
    (await isWhole(folder, manifest)) &&
    !brokeOff(manifest) &&
    sameFingerprint(manifest.madeFrom, mark) &&
    manifest.madeWith === madeWith(show, decided);
  return { shown: current ? manifest : { ...manifest, madeFrom: {} }, current };
}
