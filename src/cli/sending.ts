import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { hashFile } from '../store/hash-file.ts';
import { followJob, type JobNews } from './follow-job.ts';
import type { ProgressBar } from './progress-bar.ts';
import { sendFile } from './send-file.ts';
import { call, errorFromProblem, type ServerApi } from './server-api.ts';

/** The server as a command sends to it, and where progress is shown. */
export interface Sending {
  server: ServerApi;
  bar: ProgressBar;
  /** Tells a person what need not be sent. */
  say?(line: string): void;
}

/** Which episode a recording is to be of. */
export interface Wanted {
  /** Slug of an episode there is; else the recording tells which one, if any. */
  episode?: string;
  /** Its name as the publisher knows it; else the file's own. */
  name?: string;
  title: string | null;
  slug: string | null;
  replaceRecording: boolean;
}

type Held =
  | { held: 'job'; slug: string; job: string }
  | { held: 'episode'; slug: string }
  | { held: 'upload'; slug: string; url: string; offset: number; size: number; note: string | null }
  | { held: 'nothing'; slug: string; note: string | null };

/**
 * Sends a recording, or what is missing of it, unless the server holds it already. Where the server is
 * publishing this very recording, that is awaited first.
 *
 * @returns how the API calls it, and its hash
 */
export async function sendRecording(
  path: string,
  wanted: Wanted,
  { server, bar, say = () => {} }: Sending,
): Promise<{ recording: { upload: string } | { sha256: string }; sha256: string }> {
  const { size } = await stat(path);
  const sha256 = await hashFile(path, (read) => bar.show('Reading the recording', read / size));
  const question = { sha256, name: basename(path), ...wanted };
  for (;;) {
    const held = await call<Held>(server, '/api/recordings', question);
    bar.end();
    if (held.held === 'job') {
      say(`The server is publishing this recording, as “${held.slug}”.`);
      await awaitJob(held.job, { server, bar });
      continue;
    }
    if (held.held === 'episode') {
      say(`The server holds this recording already, as “${held.slug}”.`);
      return { recording: { sha256 }, sha256 };
    }
    if (held.note) say(held.note);
    if (held.held === 'upload' && held.offset > 0) {
      say(`Going on at ${megabytes(held.offset)} of ${megabytes(held.size)}.`);
    }
    const resumeAt = held.held === 'upload' ? held.url : null;
    const upload = await sendFile({ path, sha256, recording: sha256, resumeAt }, server, (sent) =>
      bar.show('Sending the recording', sent / size, `${megabytes(sent)} of ${megabytes(size)}`),
    );
    return { recording: { upload }, sha256 };
  }
}

/** Sends a file that goes with a recording, known by its SHA-256, or with what else it is sent for. */
export async function sendBeside(path: string, recording: string, { server, bar }: Sending) {
  const file = { path, sha256: await hashFile(path), recording, resumeAt: null };
  return sendFile(file, server, (sent, size) => bar.show('Sending the other files', sent / size));
}

/** Waits for a job; throws what it failed of. */
export async function awaitJob(id: string, { server, bar }: Sending): Promise<JobNews> {
  const onNews = ({ doing, share }: JobNews) => {
    if (doing !== null) bar.show(doing, share);
  };
  const onAway = () => bar.show('Waiting for the server', 0);
  const ended = await followJob(server, id, onNews, { onAway });
  if (ended.state === 'failed') throw errorFromProblem(JSON.stringify(ended.error), server, 0);
  return ended;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
