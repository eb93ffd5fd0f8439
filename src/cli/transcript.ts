import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Command, Option } from 'commander';
import { fromCaller } from '../config.ts';
import { type TranscriptForm, timedForms, untimedForms } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Problem } from '../episode/transcript.ts';
import { inFile } from '../transcript/in-file.ts';
import { readCues, readTranscript } from '../transcript/read.ts';
import { writeTranscript } from '../transcript/write.ts';
import { explain } from './run-command.ts';

/** Where a command prints: results to `out`, everything else to `err`. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
}

/**
 * `npm run transcript`: reads transcripts and prints them in another form.
 *
 * @param args the command line without node and script
 * @returns the exit code: 1 where any of the files could not be read or written
 */
export async function transcriptCommand(args: string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const command = commandLine(terminal).action(async (files: string[], options: Options) => {
    const jobs = plan(files.map(fromCaller), options);
    for (const job of jobs) {
      try {
        await convert(job, options.to, terminal);
      } catch (error) {
        terminal.err(`${explain(error)}\n`);
        exitCode = 1;
      }
    }
  });
  await command.parseAsync(args, { from: 'user' });
  return exitCode;
}

const targets = [...timedForms, ...untimedForms, 'cues', 'model'] as const;

interface Options {
  to: TranscriptForm | 'cues' | 'model';
  out?: string;
}

function commandLine({ out, err }: Terminal): Command {
  return new Command('transcript')
    .description(
      'Reads transcripts in any supported format and prints them in another form. Needs no server and no sound.',
    )
    .argument('<file...>', 'transcripts; what they are is told by their content')
    .addOption(new Option('--to <form>', 'form to print').choices(targets).default('txt'))
    .option('--out <dir>', 'write DIR/<name>.<form> for each file instead of printing')
    .configureOutput({ writeOut: out, writeErr: err })
    .addHelpText(
      'after',
      `
vtt, srt, json and cues need a transcript that has times.
cues    [{id, start, end, text}], times in seconds, text as the caption format has it
model   the transcript itself: language, speakers [{label, name}], turns [{speakers, paragraphs
        [{words [{text, start, end, confidence}]}]}], times in seconds or null`,
    );
}

interface Job {
  file: string;
  /** The file to write, null for stdout. */
  target: string | null;
}

/** What goes where, by absolute paths; no file is written twice, and none that was given is written over. */
function plan(files: string[], { to, out }: Options): Job[] {
  if (out === undefined && files.length > 1) {
    throw invalid(
      'Several files cannot be printed at once.',
      'Name a folder for them with --out DIR.',
    );
  }
  const jobs = files.map((file) => ({
    file,
    target: out === undefined ? null : join(fromCaller(out), `${parse(file).name}.${to}`),
  }));
  const taken = new Set(files);
  for (const { file, target } of jobs) {
    if (target === null) continue;
    if (taken.has(target)) {
      const remedy = 'Name another folder with --out, or convert the files one at a time.';
      throw invalid(`Writing ${file} as ${target} would overwrite another file of yours.`, remedy);
    }
    taken.add(target);
  }
  return jobs;
}

async function convert(
  { file, target }: Job,
  to: Options['to'],
  terminal: Terminal,
): Promise<void> {
  const { text, problems } = print(await readGiven(file), file, to);
  for (const { line, message } of problems) {
    terminal.err(`${[file, line].filter((part) => part !== null).join(':')}: ${message}\n`);
  }
  if (target === null) {
    terminal.out(text);
  } else {
    await mkdir(parse(target).dir, { recursive: true });
    await writeFile(target, text);
  }
}

function print(
  bytes: Uint8Array,
  file: string,
  to: Options['to'],
): { text: string; problems: Problem[] } {
  if (to === 'cues') {
    const { cues, problems } = readCues(bytes, file);
    return { text: `${JSON.stringify(cues, null, 2)}\n`, problems };
  }
  const { transcript, problems } = readTranscript(bytes, file);
  if (to === 'model') return { text: `${JSON.stringify(transcript, null, 2)}\n`, problems };
  return { text: inFile(file, () => writeTranscript(transcript, to)), problems };
}

async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const remedy = 'Check its name and that you may read it.';
    throw new AlongsideError(
      'file_not_found',
      'This file cannot be read.',
      { file, remedy },
      cause,
    );
  }
}

function invalid(message: string, remedy: string): AlongsideError {
  return new AlongsideError('request_invalid', message, { remedy });
}
