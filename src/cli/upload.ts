import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { type Config, fromCaller, readConfig } from '../config.ts';
import { describeAlignment } from '../episode/describe-alignment.ts';
import { readTags } from '../media/tags.ts';
import { type Details, parseDetails } from '../store/details.ts';
import { hashFile } from '../store/hash-file.ts';
import { checkLocally } from './check-locally.ts';
import { findServer } from './find-server.ts';
import { followJob, type JobNews } from './follow-job.ts';
import { createProgressBar, type ProgressBar } from './progress-bar.ts';
import { sendFile } from './send-file.ts';
import { call, errorFromProblem, type ServerApi } from './server-api.ts';
import { speakerOption } from './speaker-option.ts';
import { tellCheck } from './tell-check.ts';

export interface UploadOptions {
  transcript?: string;
  title?: string;
  slug?: string;
  date?: string;
  speaker: Record<string, string>;
  tag: string[];
  notes?: string;
  cover?: string;
  language?: string;
  draft?: boolean;
  normalize?: boolean;
  replaceRecording?: boolean;
  server?: string;
  token?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function uploadCommand(): Command {
  return new Command('npm run upload --')
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
    .option('--title <title>', 'else from --notes, the recording’s tags or its name')
    .option('--slug <slug>', 'the last part of its address; else from the title')
    .option(
      '--date <date>',
      'when it becomes public, as 2026-11-22 or with a time; else from tags, or now',
    )
    .addOption(
      speakerOption().default(
        {},
        'whom episode.md, people.yaml or the opening names, else the labels as they are',
      ),
    )
    .addOption(
      new Option('--tag <tag>', 'may be repeated')
        .argParser((tag: string, tags: string[]) => [...tags, tag])
        .default([], 'none'),
    )
    .option(
      '--notes <file>',
      'show notes in Markdown, with fields above them as in episode.md',
      fromCaller,
    )
    .option(
      '--cover <file>',
      'JPEG or PNG, square, 1400 to 3000 pixels; else the tags’ or the show’s',
      fromCaller,
    )
    .option('--language <tag>', 'en, de, pt-BR …; else the transcript’s, the tags’ or the show’s')
    .option('--draft', 'prepare it; only its secret link shows it')
    .option('--no-draft', 'make a draft public')
    .option(
      '--normalize',
      'serve an MP3 at −16 LUFS even where the recording could be served as it is',
    )
    .option('--no-normalize', 'serve the recording as it is again')
    .option('--replace-recording', 'give the episode that has this slug the new recording')
    .option('--server <url>', 'else HOST and PORT as the server reads them')
    .option('--token <token>', 'else UPLOAD_TOKEN, else the one kept in EPISODES_DIR')
    .option('--dry-run', 'check everything here, send nothing')
    .option('--json', 'print the result as JSON')
    .action((recording: string, options: UploadOptions) => upload(recording, options));
}

/** Checks, sends, publishes, and prints the episode's address as the last line. */
async function upload(recording: string, options: UploadOptions) {
  const config = readConfig();
  const bar = createProgressBar();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const interrupt = () => {
    bar.stop();
    say('Stopped. What the server has is kept; the same command goes on from there.');
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  try {
    const fields = fieldsOf(options);
    const summary = await checkLocally(recording, options, fields, config.ffmpegPath);
    for (const line of summary) say(line);
    if (options.dryRun) {
      say('Nothing was sent (--dry-run).');
      if (options.json) process.stdout.write(`${JSON.stringify({ dryRun: true, summary })}\n`);
      return;
    }
    const news = await publish(recording, options, fields, config, bar);
    bar.end();
    report(news, say);
    const { slug, url } = news;
    await tellCheck(await findServer(config, options), slug, say);
    process.stdout.write(
      options.json ? `${JSON.stringify({ slug, url, ...news.report })}\n` : `${url}\n`,
    );
  } finally {
    process.off('SIGINT', interrupt);
    bar.stop();
  }
}

async function publish(
  recording: string,
  options: UploadOptions,
  fields: Details,
  config: Config,
  bar: ProgressBar,
): Promise<JobNews> {
  const server = await findServer(config, options);
  const { size } = await stat(recording);
  const sha256 = await hashFile(recording, (read) =>
    bar.show('Reading the recording', read / size),
  );
  const small = (path: string | undefined) => bringSmall(path, sha256, server, bar);
  const body = {
    recording: await bring({ path: recording, sha256, size }, options, server, bar),
    transcript: await small(options.transcript),
    cover: await small(options.cover),
    details: await small(options.notes),
    slug: options.slug,
    normalize: options.normalize,
    replaceRecording: options.replaceRecording,
    options: fields,
  };
  const { job } = await call<{ job: string }>(server, '/api/episodes', body);
  const ended = await followJob(server, job, (news) => showStep(news, bar));
  if (ended.state === 'failed') throw errorFromProblem(JSON.stringify(ended.error), server, 0);
  return ended;
}

type Held =
  | { held: 'job'; slug: string; job: string }
  | { held: 'episode'; slug: string }
  | { held: 'upload'; slug: string; url: string; offset: number; size: number }
  | { held: 'nothing'; slug: string };

/** Sends the recording, or what is missing of it, unless the server holds it already. */
async function bring(
  { path, sha256, size }: { path: string; sha256: string; size: number },
  { title, notes, slug, replaceRecording }: UploadOptions,
  server: ServerApi,
  bar: ProgressBar,
): Promise<{ upload: string } | { sha256: string }> {
  const question = {
    sha256,
    name: basename(path),
    title: title ?? (await titleInNotes(notes)) ?? (await readTags(path)).title,
    slug: slug ?? null,
    replaceRecording: replaceRecording ?? false,
  };
  const held = await askFor(question, server, bar);
  bar.end();
  if (held.held === 'episode') {
    process.stderr.write(`The server holds this recording already, as “${held.slug}”.\n`);
    return { sha256 };
  }
  if (held.held === 'upload' && held.offset > 0) {
    process.stderr.write(`Going on at ${megabytes(held.offset)} of ${megabytes(held.size)}.\n`);
  }
  const resumeAt = held.held === 'upload' ? held.url : null;
  const upload = await sendFile({ path, sha256, recording: sha256, resumeAt }, server, (sent) =>
    bar.show('Sending the recording', sent / size, `${megabytes(sent)} of ${megabytes(size)}`),
  );
  return { upload };
}

/** Asks what the server has; where it is publishing this very recording, waits until that is over. */
async function askFor(question: object, server: ServerApi, bar: ProgressBar) {
  for (;;) {
    const held = await call<Held>(server, '/api/recordings', question);
    if (held.held !== 'job') return held;
    process.stderr.write(`The server is publishing this recording, as “${held.slug}”.\n`);
    const ended = await followJob(server, held.job, (news) => showStep(news, bar));
    if (ended.state === 'failed') throw errorFromProblem(JSON.stringify(ended.error), server, 0);
  }
}

function showStep({ doing, share }: JobNews, bar: ProgressBar) {
  if (doing !== null) bar.show(doing, share);
}

async function titleInNotes(path: string | undefined): Promise<string | undefined> {
  return path === undefined
    ? undefined
    : parseDetails(await readFile(path, 'utf8'), path).details.title;
}

/** Sends a file that goes with a recording, known by its SHA-256. */
async function bringSmall(
  path: string | undefined,
  recording: string,
  server: ServerApi,
  bar: ProgressBar,
) {
  if (path === undefined) return undefined;
  const sha256 = await hashFile(path);
  return sendFile({ path, sha256, recording, resumeAt: null }, server, (sent, size) =>
    bar.show('Sending the other files', sent / size),
  );
}

function report({ report, slug }: JobNews, say: (line: string) => void) {
  for (const { field, value, from } of report?.chose ?? [])
    say(`${field}: ${oneLine(value)}  (from ${from})`);
  say(`slug: ${slug}`);
  for (const { line, message } of report?.problems ?? []) {
    say(`Transcript${line === null ? '' : `, line ${line}`}: ${message}`);
  }
  if (report?.alignment) for (const line of describeAlignment(report.alignment)) say(line);
  for (const warning of report?.warnings ?? []) say(warning);
}

function fieldsOf(options: UploadOptions): Details {
  const { title, date, language, speaker, tag, draft } = options;
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(speaker).length === 0 ? {} : { speakers: speaker }),
    ...(tag.length === 0 ? {} : { tags: tag }),
    ...(draft === undefined ? {} : { draft }),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
