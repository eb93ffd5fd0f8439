import { AlongsideError } from '../episode/error.ts';
import { hashFile } from '../store/hash-file.ts';
import type { Layout } from '../store/layout.ts';
import { deleteUpload, findUpload, type UploadedFile } from '../store/uploads.ts';

/**
 * An upload that is all there and is what the publisher's side sent.
 *
 * @returns the upload, its SHA-256 computed here
 * @throws AlongsideError `upload_not_found`, `upload_incomplete`, `upload_checksum`
 */
export async function checkUpload(
  layout: Layout,
  id: string,
): Promise<UploadedFile & { sha256: string }> {
  const upload = await findUpload(layout, id);
  if (upload === null) {
    throw new AlongsideError('upload_not_found', `There is no upload ${id}.`, {
      remedy: 'Run the same command again; it sends the file anew.',
    });
  }
  if (upload.offset < upload.size) {
    throw new AlongsideError(
      'upload_incomplete',
      `Only ${upload.offset} of ${upload.size} bytes have arrived.`,
      { file: upload.name, remedy: 'Run the same command again; it goes on where it broke off.' },
    );
  }
  const sha256 = await hashFile(upload.path);
  if (upload.sha256 !== null && upload.sha256 !== sha256) {
    await deleteUpload(layout, id);
    throw new AlongsideError('upload_checksum', 'The file changed on its way here.', {
      file: upload.name,
      remedy: 'Run the same command again; it sends the file anew.',
    });
  }
  return { ...upload, sha256 };
}
