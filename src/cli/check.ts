import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { createAsk, isAnswer } from '../check/ask.ts';
import { checkFeed, type Report } from '../check/check-feed.ts';
import { addressOf, type Config, fromCaller, readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { findFfmpeg } from '../media/ffmpeg.ts';
import { createListen } from './listen-to.ts';
import { printReport } from './print-report.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Terminal } from './transcript.ts';

const notHere =
  'Does the server run? npm start starts it; HOST and PORT say where it is looked for.';

interface CheckOptions {
  episodes: number;
  since?: string;
  sound: boolean;
  json?: boolean;
}

/**
 * `npm run check`: tests a feed and its files the way a podcast directory does.
 *
 * @param args the command line without node and script
 * @returns the exit code: 1 where there are errors
 */
export async function checkCommand(args: string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const command = commandLine(terminal).action(async (given: string | undefined, options) => {
    const report = await check(given, options);
    const isSilent = report.findings.some(({ rule }) => rule === 'feed-unreachable');
    if (given === undefined && isSilent) terminal.err(`${notHere}\n`);
    terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    exitCode = report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  });
  await command.parseAsync(args, { from: 'user' });
  return exitCode;
}

function commandLine({ out, err }: Terminal): Command {
  return new Command('npm run check --')
    .description(
      'Tests a feed and the files it names the way a podcast directory does.\nErrors make it exit 1; warnings and advice do not.',
    )
    .argument('[feed-url]', 'any podcast’s feed; else the one of the server on this machine')
    .option(
      '--episodes <number>',
      'how many of the newest episodes have their files fetched, or all',
      episodeCount,
      3,
    )
    .option('--since <feed>', 'an older copy of the feed, a file or an address: were GUIDs kept?')
    .option('--no-sound', 'do not fetch whole recordings to measure how they sound')
    .option('--json', 'print the report as JSON')
    .configureOutput({ writeOut: out, writeErr: err });
}

async function check(given: string | undefined, options: CheckOptions): Promise<Report> {
  const config = readConfig();
  const bar = createProgressBar();
  const stop = new AbortController();
  const { signal } = stop;
  const interrupt = () => stop.abort(stopped());
  process.once('SIGINT', interrupt);
  try {
    const url = given === undefined ? ownFeed(config) : feedAddress(given);
    const ask = createAsk({ signal, ...(given === undefined ? { reachedAt: here(config) } : {}) });
    const ffmpeg = options.sound ? await findFfmpeg(config.ffmpegPath) : null;
    const since = options.since === undefined ? undefined : await readOlder(options.since, signal);
    const report = await checkFeed(url, {
      ...{ ask, signal, since, episodes: options.episodes },
      listen: ffmpeg && createListen(ask, ffmpeg),
      onProgress: bar.show,
    });
    bar.end();
    return report;
  } finally {
    process.off('SIGINT', interrupt);
    bar.stop();
  }
}

function episodeCount(text: string): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is neither a number nor “all”.');
}

function feedAddress(given: string): string {
  if (/^https?:\/\//i.test(given) && URL.canParse(given)) return new URL(given).href;
  throw new AlongsideError('request_invalid', `“${given}” is not the address of a feed.`, {
    remedy: 'Give it as https://… or http://….',
  });
}

function ownFeed(config: Config): string {
  return `${config.publicUrl ?? addressOf(config)}/feed.xml`;
}

/** This machine's own addresses are asked for here: the way through a proxy may not be open from inside. */
function here(config: Config): (url: string) => string {
  const { publicUrl } = config;
  const local = addressOf(config);
  return (url) =>
    publicUrl !== null && url.startsWith(`${publicUrl}/`)
      ? `${local}${url.slice(publicUrl.length)}`
      : url;
}

async function readOlder(given: string, signal: AbortSignal): Promise<string> {
  if (!/^https?:\/\//i.test(given)) {
    return readFile(fromCaller(given), 'utf8').catch((cause: unknown) => {
      throw noOlder(given, cause);
    });
  }
  const result = await createAsk({ signal })(given, { most: 50 << 20, seconds: 120 });
  if (!isAnswer(result) || result.status !== 200) throw noOlder(given, result);
  return new TextDecoder().decode(result.body);
}

function noOlder(given: string, cause: unknown): AlongsideError {
  const remedy = 'Check its name; without --since, the feed is checked by itself.';
  const message = 'The older copy of the feed cannot be read.';
  return new AlongsideError('file_not_found', message, { file: given, remedy }, cause);
}

function stopped(): AlongsideError {
  const remedy = 'Run the command again to check it all.';
  return new AlongsideError('cancelled', 'Stopped before everything was checked.', { remedy });
}
