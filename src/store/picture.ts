import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureFile } from '../episode/picture-file.ts';
import { hashOf } from './hash-file.ts';
import { ifMissing } from './missing.ts';

/** Describes a picture; handed in, since pictures are another room's business. */
export type DescribePicture = (
  bytes: Uint8Array,
  name: string,
) => Pick<PictureFile, 'type' | 'width' | 'height'>;

/** What the name of a picture in the show's folder looks like: it leads nowhere else. */
export const pictureName = /^[\w-][\w.-]*$/;

/** A picture of the show's folder by its bytes. Throws what `describe` throws. */
export function pictureFile(
  file: string,
  bytes: Uint8Array,
  describe: DescribePicture,
): PictureFile {
  const { type, width, height } = describe(bytes, file);
  return { file, type, width, height, bytes: bytes.length, hash: hashOf(bytes) };
}

/** Size and date of a file of the show and of the pictures beside it, as one text to compare. */
export async function withPictures(root: string, path: string): Promise<string> {
  const names = await readdir(root);
  const files = names.filter((name) => /\.(?:jpe?g|png)$/i.test(name)).sort();
  const paths = [path, ...files.map((name) => join(root, name))];
  const found = await Promise.all(paths.map((one) => stat(one).catch(ifMissing(null))));
  return found.map((file, at) => `${paths[at]} ${file?.size}-${file?.mtimeMs}`).join('\n');
}
