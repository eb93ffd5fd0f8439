import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DetailedError, Upload } from 'tus-js-client';
import type { AlongsideError } from '../episode/error.ts';
import { errorFromProblem, type ServerApi } from './server-api.ts';
import { unreachable } from './unreachable.ts';

/** A chunk this large passes every proxy's limit that is known to us (Cloudflare's is 100 MB). */
const chunkSize = 16 << 20;

export interface FileToSend {
  path: string;
  sha256: string;
  /** SHA-256 of the recording it is, or goes with. */
  recording: string;
  /** Path on the server where a part of it lies already. */
  resumeAt: string | null;
}

/**
 * Sends a file over tus, from disk in chunks, and goes on by itself where the connection breaks.
 *
 * @param onProgress told the bytes that have arrived
 * @returns the upload's id
 * @throws AlongsideError what the server refused, or `server_unreachable`
 */
export async function sendFile(
  file: FileToSend,
  server: ServerApi,
  onProgress: (sent: number, size: number) => void,
): Promise<string> {
  const { size } = await stat(file.path);
  const stream = createReadStream(file.path);
  return new Promise<string>((resolve, reject) => {
    const upload = new Upload(stream, {
      endpoint: `${server.url}/api/uploads`,
      ...(file.resumeAt === null ? {} : { uploadUrl: new URL(file.resumeAt, server.url).href }),
      uploadSize: size,
      chunkSize,
      retryDelays: [500, 1000, 3000, 5000, 10_000],
      headers: { authorization: `Bearer ${server.token}` },
      metadata: {
        filename: basename(file.path),
        sha256: file.sha256,
        recording: file.recording,
      },
      onProgress: (sent) => onProgress(sent, size),
      onError: (error) => reject(explained(error, server)),
      onSuccess: () => {
        const id = upload.url?.split('/').pop();
        if (id) resolve(id);
        else reject(explained(new Error('the server named no upload'), server));
      },
    });
    upload.start();
  });
}

function explained(error: Error | DetailedError, server: ServerApi): AlongsideError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null) return unreachable(server.url, error);
  return errorFromProblem(response.getBody(), server, response.getStatus());
}
