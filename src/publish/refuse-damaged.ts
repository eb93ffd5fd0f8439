import { AlongsideError } from '../episode/error.ts';
import type { Fingerprint } from '../store/given-files.ts';
import type { Manifest } from '../store/manifest.ts';

/**
 * Refuses a recording whose bytes are others than before while its size and date are the same: nobody wrote
 * it, a disk did. What was published from the good one must not give way to it.
 *
 * @param file its name in the episode's folder
 * @param sha256 of its bytes now
 * @throws AlongsideError `episode_damaged`
 */
export function refuseDamaged(
  previous: Manifest | null,
  { file, madeFrom, sha256 }: { file: string; madeFrom: Fingerprint; sha256: string },
) {
  if (previous === null || previous.recording.sha256 === sha256) return;
  if (madeFrom[file] === undefined || previous.madeFrom[file] !== madeFrom[file]) return;
  throw new AlongsideError(
    'episode_damaged',
    'The recording has been damaged: its bytes have changed, its size and date have not.',
    {
      file,
      remedy:
        'Restore it: `npm run restore -- FILE --slug SLUG --overwrite`. If it is meant to be so, give it another date with `touch`.',
    },
  );
}
