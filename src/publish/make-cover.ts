import { basename, join } from 'node:path';
import type { Cover } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import { describePicture, shrinkPicture } from '../media/picture.ts';
import type { Tags } from '../media/tags.ts';
import { makeDerived } from '../store/derived-file.ts';
import { readBytes, smallFiles } from '../store/read-bytes.ts';
import type { Tools } from './tools.ts';

/** Edge of the small cover, px: 160 on the page, three times that on the finest screens. */
const smallEdge = 480;

/**
 * Stores the episode's own cover, the given file before the one in the tags, and a small one for pages.
 * A cover that directories refuse is shown on the pages and left out of the feed, with a word about it.
 */
export async function makeCover(
  path: string | null,
  embedded: Tags['cover'],
  published: string,
  tools: Pick<Tools, 'ffmpeg' | 'signal'>,
  warnings: string[],
): Promise<Cover | null> {
  try {
    const bytes = path === null ? embedded?.bytes : await readBytes(path, smallFiles.cover);
    if (bytes === undefined) return null;
    const picture = describePicture(
      bytes,
      path === null ? 'the cover in the tags' : basename(path),
    );
    if (picture.problem !== null) {
      warnings.push(`${picture.problem} The feed shows the show’s cover instead.`);
    }
    const ending = picture.type === 'image/png' ? 'png' : 'jpg';
    const full = await makeDerived(published, { stem: 'cover', ending }, bytes);
    const small = await makeDerived(published, { stem: 'cover-small', ending: 'jpg' }, (beside) =>
      shrinkPicture(tools.ffmpeg, join(published, full.file), beside, {
        size: smallEdge,
        signal: tools.signal,
      }),
    );
    return {
      file: full.file,
      type: picture.type,
      bytes: full.bytes,
      width: picture.width,
      height: picture.height,
      hash: full.sha256,
      small: { file: small.file, hash: small.sha256 },
      forDirectories: picture.forDirectories,
    };
  } catch (error) {
    // Neither says anything about the picture, so the episode waits for it.
    const passing =
      error instanceof AlongsideError &&
      /^(?:cancelled|disk_full|folder_read_only)$/.test(error.code);
    if (!(error instanceof AlongsideError) || passing) throw error;
    warnings.push(`The cover was left out: ${error.message} ${error.facts.remedy}`);
    return null;
  }
}
