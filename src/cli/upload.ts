import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { fromCaller, readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { readTags } from '../media/tags.ts';
import { type Details, parseDetails } from '../store/details.ts';
import { hashFile } from '../store/hash-file.ts';
import { checkLocally } from './check-locally.ts';
import { type Connection, connectionFlags } from './connection-flags.ts';
import { type DetailFlags, detailFlags, fieldsOf } from './detail-flags.ts';
import { findServer } from './find-server.ts';
import type { JobNews } from './follow-job.ts';
import { onServer } from './on-server.ts';
import { awaitJob, type Sending, sendBeside, sendRecording } from './sending.ts';
import { call } from './server-api.ts';
import { tellCheck } from './tell-check.ts';
import { tellReport } from './tell-report.ts';

export interface UploadOptions extends DetailFlags, Connection {
  transcript?: string;
  slug?: string;
  cover?: string;
  normalize?: boolean;
  replaceRecording?: boolean;
  dryRun?: boolean;
}

export function uploadCommand(): Command {
  const command = new Command('npm run upload --')
    .description(
      'Publishes a recording, with its transcript if there is one. Run again with the same recording it\ngoes on where it broke off, or changes what is given anew in the same episode.',
    )
    .argument(
      '<recording>',
      'MP3, M4A, AAC, Ogg, Opus, FLAC, WAV, AIFF, or the sound of MP4 or WebM',
      fromCaller,
    )
    .option(
      '--transcript <file>',
      'plain text with “Name:” labels, WebVTT, SRT or JSON',
      fromCaller,
    )
    .option('--slug <slug>', 'the last part of its address; else from the title');
  detailFlags(command)
    .option(
      '--cover <file>',
      'JPEG or PNG, square, 1400 to 3000 pixels; else the tags’ or the show’s',
      fromCaller,
    )
    .option(
      '--normalize',
      'serve an MP3 at −16 LUFS even where the recording could be served as it is',
    )
    .option('--no-normalize', 'serve the recording as it is again')
    .option('--replace-recording', 'give the episode that has this slug the new recording')
    .option('--dry-run', 'check everything here, send nothing')
    .action((recording: string, options: UploadOptions) => upload(recording, options));
  return connectionFlags(command);
}

/** Checks, sends, publishes, and prints the episode's address as the last line. */
async function upload(recording: string, options: UploadOptions) {
  const fields = fieldsOf(options);
  const summary = await checkLocally(recording, options, fields, readConfig().ffmpegPath);
  for (const line of summary) process.stderr.write(`${line}\n`);
  if (options.dryRun) {
    const note = await noteOf(recording, options);
    if (note !== null) {
      summary.push(note);
      process.stderr.write(`${note}\n`);
    }
    process.stderr.write('Nothing was sent (--dry-run).\n');
    if (options.json) process.stdout.write(`${JSON.stringify({ dryRun: true, summary })}\n`);
    return;
  }
  await onServer(options, async (sending) => {
    const send = () => publish(recording, options, fields, sending);
    const news = await send().catch((error: unknown) => {
      // Somebody else has sent the same file meanwhile; what they publish is awaited.
      if (error instanceof AlongsideError && error.code === 'upload_not_found') return send();
      throw error;
    });
    sending.bar.end();
    tellReport(news, sending.say);
    const { slug, url } = news;
    await tellCheck(sending.server, slug, sending.say);
    return { text: url, json: { slug, url, ...news.report } };
  });
}

async function publish(
  recording: string,
  options: UploadOptions,
  fields: Details,
  sending: Sending,
): Promise<JobNews> {
  const { title, notes, slug, replaceRecording } = options;
  const wanted = {
    title: title ?? (await titleInNotes(notes)) ?? (await readTags(recording)).title,
    slug: slug ?? null,
    replaceRecording: replaceRecording ?? false,
  };
  const sent = await sendRecording(recording, wanted, sending);
  const beside = (path: string | undefined) =>
    path === undefined ? undefined : sendBeside(path, sent.sha256, sending);
  const body = {
    recording: sent.recording,
    transcript: await beside(options.transcript),
    cover: await beside(options.cover),
    details: await beside(options.notes),
    ...{ slug, normalize: options.normalize, replaceRecording, options: fields },
  };
  const { job } = await call<{ job: string }>(sending.server, '/api/episodes', body);
  return awaitJob(job, sending);
}

/** What the server has to say of the recording; null also where there is none that answers. */
async function noteOf(recording: string, options: UploadOptions): Promise<string | null> {
  try {
    const server = await findServer(readConfig(), options);
    const path = `/api/recordings/${await hashFile(recording)}`;
    return (await call<{ note: string | null }>(server, path)).note;
  } catch (error) {
    if (error instanceof AlongsideError) return null;
    throw error;
  }
}

async function titleInNotes(path: string | undefined): Promise<string | undefined> {
  return path === undefined
    ? undefined
    : parseDetails(await readFile(path, 'utf8'), path).details.title;
}
