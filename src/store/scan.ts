import { readdir } from 'node:fs/promises';
import { type Fingerprint, findGivenFiles, fingerprint } from './given-files.ts';
import { episodeFolder, type Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { severalAtOnce } from './several-at-once.ts';

/**
 * Looks over the episodes' folder: every directory whose name does not begin with a dot is an episode.
 *
 * @param onPassedOver told of each that holds no recording
 * @returns the fingerprint of its given files for each of the others
 */
export async function scanEpisodes(
  layout: Layout,
  onPassedOver: (name: string) => void = () => {},
): Promise<Map<string, Fingerprint>> {
  const entries = await readdir(layout.root, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  const found = await severalAtOnce(names, async (name) => {
    const folder = episodeFolder(layout, name);
    const given = await findGivenFiles(folder).catch(ifMissing(null));
    if (given === null) return null;
    if (given.recording === null) {
      onPassedOver(name);
      return null;
    }
    return [name, await fingerprint(folder, given)] as const;
  });
  return new Map(found.filter((one) => one !== null));
}
