import type { Decided, Options } from '../store/decided.ts';
import type { Details } from '../store/details.ts';
import type { Manifest } from '../store/manifest.ts';

/** What readers know an episode by, and what may have come from the recording itself. */
const fields = ['title', 'description'] as const;

/**
 * Another recording brings other tags and another name of its file. Neither is to rename an episode that
 * readers know: what nobody has said stays as it was shown.
 *
 * @param shown the episode as it is published; undefined where it is not
 * @param written the fields of `episode.md`
 */
export function keepShown(
  options: Decided['options'],
  shown: Manifest | undefined,
  written: Details,
): Options {
  const kept: Options = { ...options };
  for (const field of shown === undefined ? [] : fields) {
    const value = shown?.episode[field];
    if (kept[field] !== undefined || written[field] !== undefined || !value) continue;
    kept[field] = { value, insteadOf: null };
  }
  return kept;
}
