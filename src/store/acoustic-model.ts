import { readFile } from 'node:fs/promises';
import { AlongsideError } from '../episode/error.ts';

/**
 * The acoustic model's file, read when it is first asked for and kept from then on.
 *
 * @param path where it lies
 * @returns gives its bytes; throws AlongsideError `align_failed` where it cannot be read
 */
export function acousticModel(path: string): () => Promise<Uint8Array> {
  let bytes: Promise<Uint8Array> | null = null;
  return () => {
    bytes ??= readFile(path).catch((cause: unknown) => {
      bytes = null;
      throw new AlongsideError(
        'align_failed',
        'The acoustic model cannot be read.',
        { file: path, remedy: 'Put it back with `npm run build`.' },
        cause,
      );
    });
    return bytes;
  };
}
