import { DetailedError, defaultOptions, type PreviousUpload, Upload } from 'tus-js-client';
import { checksumOf } from './checksum.ts';
import { type Problem, readProblem, unexpected } from './problem.ts';

/** What a file is to be for the episode. */
export type Part = string;

export interface SendingNews {
  onProgress(sent: number, size: number): void;
  /** The connection is broken; it is tried again by itself. */
  onBroken(): void;
  /** All of it has arrived. */
  onSent(upload: Arrived): void;
  onProblem(problem: Problem): void;
}

export interface Arrived {
  id: string;
  /** Forgets that it was sent; until then the same file is not sent twice. */
  forget(): void;
}

export interface Sending {
  stop(): void;
  goOn(): void;
}

/** A chunk this large passes every proxy's limit that is known to us (Cloudflare's is 100 MB). */
const chunkSize = 16 << 20;
/** Waits before each try while the connection is broken, ms: for as long as a laptop may sleep on a train. */
const retryDelays = [500, 1000, 2000, 3000, 5000, ...Array<number>(700).fill(5000)];
/** The server sweeps what nobody came back for, ms. */
const keptFor = 24 * 3_600_000;

/**
 * Sends a file over tus. What has arrived of the same file before, in this page or an earlier one, is not
 * sent again.
 */
export function sendFile(file: File, part: Part, news: SendingNews): Sending {
  const metadata: Record<string, string> = { filename: file.name, part };
  const upload = new Upload(file, {
    endpoint: new URL('uploads', location.href).href,
    chunkSize,
    retryDelays,
    metadata,
    onProgress: (sent, size) => news.onProgress(sent, size ?? file.size),
    onShouldRetry(error) {
      const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : 0;
      const passes = !status || status === 409 || status === 423 || (status >= 500 && status < 505);
      if (passes) news.onBroken();
      return passes;
    },
    onError: (error) => news.onProblem(problemIn(error)),
    onSuccess: () => news.onSent(arrived(upload, file)),
  });
  let isStopped = false;
  let isReady = false;
  const start = async () => {
    const sha256 = await checksumOf(file);
    if (sha256 !== null) metadata.sha256 = sha256;
    const [before] = await upload.findPreviousUploads();
    if (before !== undefined) upload.resumeFromPreviousUpload(before);
    isReady = true;
    if (!isStopped) upload.start();
  };
  void start();
  return {
    stop() {
      isStopped = true;
      void upload.abort();
    },
    goOn() {
      isStopped = false;
      if (isReady) upload.start();
    },
  };
}

/** Names of files of which a part lies on the server. */
export async function unfinished(part: Part): Promise<string[]> {
  const all = (await storage()?.findAllUploads()) ?? [];
  return all
    .filter((upload) => upload.metadata.part === part && isOurs(upload))
    .map((upload) => upload.metadata.filename ?? '');
}

function isOurs({ uploadUrl, creationTime }: PreviousUpload): boolean {
  const here = new URL(uploadUrl ?? '', location.href).href.startsWith(
    new URL('uploads/', location.href).href,
  );
  return here && Date.now() - Date.parse(creationTime) < keptFor;
}

function arrived(upload: Upload, file: File): Arrived {
  const url = upload.url ?? '';
  return {
    id: url.split('/').pop() ?? '',
    async forget() {
      for (const kept of (await storage()?.findAllUploads()) ?? []) {
        if (kept.uploadUrl === url && kept.metadata.filename === file.name)
          await storage()?.removeUpload(kept.urlStorageKey);
      }
    },
  };
}

function storage() {
  return defaultOptions.urlStorage;
}

function problemIn(error: Error | DetailedError): Problem {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  return (body && readProblem(body)) || unexpected;
}
