import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { fromCaller } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { wordsOf } from '../episode/transcript.ts';
import { detailFields } from '../store/details.ts';
import { readTranscript } from '../transcript/read.ts';
import { type Connection, connectionFlags } from './connection-flags.ts';
import { type DetailFlags, detailFlags, fieldsOf } from './detail-flags.ts';
import { changeEpisode, episodePath } from './episode/change.ts';
import { listRemoved, listVersions, printVersion } from './episode/list.ts';
import { existing } from './existing.ts';
import { onServer } from './on-server.ts';
import type { Entry } from './read-status.ts';
import { awaitJob, type Sending, sendBeside, sendRecording } from './sending.ts';
import { call } from './server-api.ts';

interface ChangeFlags extends DetailFlags, Connection {
  forget: string[];
  slug?: string;
  cover?: string;
  chapters?: string;
  normalize?: boolean;
}

/** Everything that can be done to an episode there is. */
export function episodeCommand(): Command {
  const command = new Command('npm run episode --').description(
    'Corrects, changes, takes away and brings back episodes.\nEach takes effect whole or not at all, and each can be undone.',
  );
  const verb = (usage: string, description: string) =>
    connectionFlags(command.command(usage).description(description));

  verb('correct <slug> <transcript>', 'another transcript: words that stay keep their times')
    .option('--dry-run', 'read it here, send nothing')
    .action(correct);
  verb('replace <slug> <recording>', 'another recording under the same GUID and address')
    .option('--normalize', 'serve an MP3 at −16 LUFS')
    .action(replace);
  detailFlags(verb('change <slug>', 'what is said of it: title, date, people, notes, cover …'))
    .option('--slug <slug>', 'another address; the old one redirects')
    .option('--cover <file>', 'JPEG or PNG, square, 1400 to 3000 pixels', fromCaller)
    .option('--chapters <file>', 'JSON chapters of the podcast namespace', fromCaller)
    .option('--normalize', 'serve an MP3 at −16 LUFS')
    .option('--no-normalize', 'serve the recording as it is')
    .addOption(
      new Option('--forget <field>', 'take back what a command said of a field; may be repeated')
        .choices(detailFields)
        .argParser(addField)
        .default([], 'none'),
    )
    .action(change);
  verb('unpublish <slug>', 'a draft again: only its secret link shows it').action(unpublish);
  verb('remove <slug>', 'takes it away; it can be brought back for a month').action(remove);
  verb('restore <slug>', 'brings back what was removed or unpublished')
    .option('--version <name>', 'an earlier transcript instead, as “history” lists them')
    .action(restore);
  verb('history <slug>', 'the transcripts it had before')
    .option('--print <name>', 'one of them, as it was given')
    .action(history);
  verb('removed', 'what was removed and can be brought back').action((options: Connection) =>
    onServer(options, ({ server }) => listRemoved(server)),
  );
  return command;
}

async function correct(slug: string, given: string, options: Connection & { dryRun?: boolean }) {
  const path = fromCaller(given);
  await existing(path, 'transcript_empty');
  const { transcript, format, problems } = readTranscript(await readFile(path), path);
  process.stderr.write(`${basename(path)}: ${format}, ${[...wordsOf(transcript)].length} words.\n`);
  for (const { line, message } of problems) {
    process.stderr.write(`${path}${line === null ? '' : `:${line}`}: ${message}\n`);
  }
  if (options.dryRun) {
    process.stderr.write('Nothing was sent (--dry-run).\n');
    return;
  }
  await onServer(options, async (sending) => {
    await expectEpisode(slug, sending);
    const body = { upload: await sendBeside(path, slug, sending) };
    return changeEpisode(slug, { method: 'PUT', path: '/transcript', body }, sending);
  });
}

async function replace(slug: string, given: string, options: Connection & { normalize?: boolean }) {
  const path = fromCaller(given);
  await existing(path, 'recording_empty');
  await onServer(options, async (sending) => {
    const wanted = { episode: slug, title: null, slug: null, replaceRecording: true };
    const { recording } = await sendRecording(path, wanted, sending);
    const { normalize } = options;
    // What it has already need not be replaced.
    if (!('upload' in recording)) {
      return changeEpisode(slug, { method: 'PATCH', path: '', body: { normalize } }, sending);
    }
    const body = { upload: recording.upload, normalize };
    return changeEpisode(slug, { method: 'PUT', path: '/recording', body }, sending);
  });
}

/** Before anything is sent: whether the episode is there, and nothing is being done about it. */
async function expectEpisode(slug: string, sending: Required<Sending>) {
  const { publishing } = await call<Pick<Entry, 'publishing'>>(sending.server, episodePath(slug));
  if (publishing === null) return;
  sending.say(`“${slug}” is being published. What you have is sent when that is done.`);
  // How that ends is for whoever asked for it.
  await awaitJob(publishing.job, sending).catch((error: unknown) => {
    if (!(error instanceof AlongsideError)) throw error;
  });
  sending.bar.end();
}

function addField(field: string, before: string[]): string[] {
  if ((detailFields as readonly string[]).includes(field)) return [...before, field];
  throw new InvalidArgumentError(`There are ${detailFields.join(', ')}.`);
}

function change(slug: string, flags: ChangeFlags) {
  const { notes, cover, chapters, normalize, slug: moveTo } = flags;
  const said = [notes, cover, chapters, normalize, moveTo, ...flags.forget];
  const changes = said.some((one) => one !== undefined) || Object.keys(fieldsOf(flags)).length > 0;
  if (!changes) {
    throw new AlongsideError('request_invalid', 'That would change nothing.', {
      remedy: 'Say what is to be changed; npm run episode -- change --help lists it all.',
    });
  }
  return onServer(flags, async (sending) => {
    await expectEpisode(slug, sending);
    const beside = (path?: string) =>
      path === undefined ? undefined : sendBeside(path, slug, sending);
    const body = {
      options: fieldsOf(flags),
      ...{ forget: flags.forget, slug: flags.slug, normalize: flags.normalize },
      details: await beside(flags.notes),
      cover: await beside(flags.cover),
      chapters: await beside(flags.chapters),
    };
    return changeEpisode(slug, { method: 'PATCH', path: '', body }, sending);
  });
}

function unpublish(slug: string, options: Connection) {
  return onServer(options, async (sending) => {
    const said = await changeEpisode(slug, { method: 'POST', path: '/unpublish' }, sending);
    sending.say(`To make it public again: npm run episode -- restore ${slug}`);
    return said;
  });
}

function remove(slug: string, options: Connection) {
  return onServer(options, async ({ server, say }) => {
    const json = await call<{ until: string }>(server, episodePath(slug), undefined, 'DELETE');
    const day = json.until.slice(0, 10);
    say(`Until ${day} it can be brought back: npm run episode -- restore ${slug}`);
    return { text: `“${slug}” was removed.`, json };
  });
}

function restore(slug: string, options: Connection & { version?: string }) {
  return onServer(options, (sending) => {
    const body = { version: options.version };
    return changeEpisode(slug, { method: 'POST', path: '/restore', body }, sending);
  });
}

function history(slug: string, options: Connection & { print?: string }) {
  return onServer(options, ({ server }) =>
    options.print === undefined
      ? listVersions(slug, server)
      : printVersion(slug, options.print, server),
  );
}
