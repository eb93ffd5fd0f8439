import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { followJob } from '../../src/cli/follow-job.ts';
import { sendFile } from '../../src/cli/send-file.ts';
import { call, errorFromProblem, type ServerApi } from '../../src/cli/server-api.ts';
import { hashFile } from '../../src/store/hash-file.ts';
import type { Bench } from './bench.ts';
import { timed } from './figures.ts';
import { makeSound, plainDecode } from './make-sound.ts';
import type { Row, Table } from './print-table.ts';
import { runServer } from './run-server.ts';

/** How fast sound is published, from the first byte sent to the page that is there. */
export async function benchPublish({
  server: main,
  ffmpeg,
  minutes,
  scratch,
  say,
}: Bench): Promise<Table> {
  const episodesDir = join(scratch, 'episodes');
  await mkdir(episodesDir);
  const server = await runServer(main, episodesDir);
  const rows: Row[] = [];
  try {
    for (const [ending, way] of [
      ['mp3', 'MP3, served as given'],
      ['wav', 'WAV, encoded to MP3'],
    ]) {
      const path = join(scratch, `sound.${ending}`);
      say(`making ${minutes} minutes of ${ending}`);
      await makeSound(ffmpeg, path, minutes * 60);
      say(`decoding and publishing the ${ending}`);
      const before = await plainDecode(ffmpeg, path);
      const { ms } = await timed(() => publish(server, path, { title: `Sound as ${ending}` }));
      const decoded = (before + (await plainDecode(ffmpeg, path))) / 2;
      const speed = (time: number) => (minutes * 60_000) / time;
      rows.push({
        what: `${way} (${(ms / 1000).toFixed(1)} s)`,
        value: speed(ms),
        unit: '× real time',
        known: { what: 'plain decoding', value: speed(decoded) },
      });
    }
  } finally {
    await server.stop();
  }
  return { title: `Publishing ${minutes} minutes of sound`, rows };
}

/** Uploads and publishes as the upload command does; returns when the page is there. */
export async function publish(
  server: ServerApi,
  path: string,
  {
    transcript,
    cover,
    ...options
  }: { transcript?: string; cover?: string; title?: string; slug?: string },
): Promise<string> {
  const recording = await hashFile(path);
  const { job } = await call<{ job: string }>(server, '/api/episodes', {
    recording: { upload: await sendPart(server, recording, path) },
    transcript: transcript && (await sendPart(server, recording, transcript)),
    cover: cover && (await sendPart(server, recording, cover)),
    options,
  });
  return untilDone(server, job);
}

/**
 * Sends a file for the episode of a recording.
 *
 * @param recording SHA-256 of the recording
 * @returns the upload's id
 */
export async function sendPart(server: ServerApi, recording: string, path: string) {
  const sha256 = await hashFile(path);
  return sendFile({ path, sha256, recording, resumeAt: null }, server, () => {});
}

/** @returns the slug of what the job has published */
export async function untilDone(server: ServerApi, job: string): Promise<string> {
  const ended = await followJob(server, job, () => {});
  if (ended.state === 'failed') throw errorFromProblem(JSON.stringify(ended.error), server, 0);
  return ended.slug;
}
