import { basename } from 'node:path';
import { readDecided, writeDecided } from '../decided.ts';

/**
 * Lets the addresses of an episode that has moved since it was backed up lead to it still: the one it had
 * then, and those it has had since.
 *
 * @param folder the episode as it was backed up
 * @param then its slug at that time
 * @param there the folder that it takes the place of
 */
export async function keepAddresses(folder: string, then: string, there: string) {
  const decided = await readDecided(folder).catch(() => null);
  if (decided === null) return;
  const now = await readDecided(there).catch(() => null);
  const former = new Set([...decided.formerSlugs, ...(now?.formerSlugs ?? []), then]);
  former.delete(basename(there));
  await writeDecided(folder, { ...decided, formerSlugs: [...former] });
}
