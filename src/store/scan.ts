import { readdir } from 'node:fs/promises';
import { type Fingerprint, findGivenFiles, fingerprint } from './given-files.ts';
import { episodeFolder, type Layout } from './layout.ts';

/**
 * Looks over the episodes' folder: every directory whose name does not begin with a dot is an episode.
 *
 * @returns the fingerprint of its given files for each; those without a recording are left out
 */
export async function scanEpisodes(layout: Layout): Promise<Map<string, Fingerprint>> {
  const entries = await readdir(layout.root, { withFileTypes: true });
  const found = new Map<string, Fingerprint>();
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const folder = episodeFolder(layout, entry.name);
    const given = await findGivenFiles(folder).catch(() => null);
    if (given === null || given.recording === null) continue;
    found.set(entry.name, await fingerprint(folder, given));
  }
  return found;
}
