import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import type { Aligned } from '../align/align.ts';
import { type Aligner, alignInWorker } from '../align/in-worker.ts';
import { sampleRate } from '../align/sample-rate.ts';
import { fromCaller, readConfig } from '../config.ts';
import { describeAlignment, whyUntimed } from '../episode/describe-alignment.ts';
import { AlongsideError } from '../episode/error.ts';
import { nameSpeakers, type Transcript, timingOf } from '../episode/transcript.ts';
import { findFfmpeg } from '../media/ffmpeg.ts';
import { probe } from '../media/probe.ts';
import { readSound } from '../media/read-sound.ts';
import { languageTag } from '../store/fields.ts';
import { writeWhole } from '../store/write-file.ts';
import { readTranscript } from '../transcript/read.ts';
import { writeEveryWord } from '../transcript/write/write-every-word.ts';
import { writeTranscript } from '../transcript/write.ts';
import { checkTarget } from './check-target.ts';
import { existing } from './existing.ts';
import { createProgressBar } from './progress-bar.ts';
import { speakerOption } from './speaker-option.ts';
import type { Terminal } from './transcript.ts';

interface AlignOptions {
  format?: 'vtt' | 'json';
  language?: string;
  speaker: Record<string, string>;
  output?: string;
}

/** `npm run align`: finds when each word of a transcript is spoken, without a server. */
export function alignCommand(aligner: Aligner, terminal: Terminal): Command {
  return new Command('npm run align --')
    .description(
      'Finds when each word of a transcript is spoken in the recording, and prints the transcript with its\ntimes. Needs no server.',
    )
    .argument('<recording>', 'any recording that can be published', fromCaller)
    .argument('<transcript>', 'any supported transcript, with times or without', fromCaller)
    .addOption(
      new Option(
        '--format <format>',
        'vtt: a cue a phrase; json: a segment a word, times in seconds or null',
      )
        .choices(['vtt', 'json'])
        .default(undefined, 'json where the output’s name ends in .json, else vtt'),
    )
    .option('--language <tag>', 'what is spoken: en, de, cs …; else the transcript’s, else en')
    .addOption(speakerOption().default({}, 'the labels as they are'))
    .option('-o, --output <file>', 'write there instead of printing', fromCaller)
    .action((recording: string, transcript: string, options: AlignOptions) =>
      alignFiles({ recording, transcript }, options, aligner, terminal),
    );
}

async function alignFiles(
  files: { recording: string; transcript: string },
  { format, output, language, speaker }: AlignOptions,
  aligner: Aligner,
  { out, err }: Terminal,
) {
  const { ffmpegPath } = readConfig();
  const printed = format ?? formatFor(output);
  checkLanguage(language);
  if (output !== undefined) await checkTarget(output, Object.values(files));
  await existing(files.recording, 'recording_empty');
  await existing(files.transcript, 'transcript_empty');
  const { transcript: read, problems } = readTranscript(
    await readFile(files.transcript),
    files.transcript,
  );
  for (const { line, message } of problems) {
    err(`${[files.transcript, line].filter((part) => part !== null).join(':')}: ${message}\n`);
  }
  const named = Object.entries(speaker).map(([label, name]) => ({ label, name }));
  const transcript = { ...nameSpeakers(read, named), language: language ?? read.language ?? 'en' };
  const { transcript: timed, alignment } = await listen(
    files.recording,
    transcript,
    ffmpegPath,
    aligner,
  );
  for (const line of [...describeAlignment(alignment), whyUntimed(alignment)]) {
    if (line !== null) err(`${line}\n`);
  }
  const text = print(timed, printed);
  if (output === undefined) out(text);
  else await writeWhole(output, text);
}

async function listen(
  recording: string,
  transcript: Transcript & { language: string },
  ffmpegPath: string | null,
  { workerFile, model }: Aligner,
): Promise<Aligned> {
  const ffmpeg = await findFfmpeg(ffmpegPath);
  const { duration: expected } = await probe(ffmpeg, recording, { name: recording });
  const bar = createProgressBar();
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const { signal } = stop;
  const show = (share: number) => bar.show('Finding when each word is spoken', share);
  try {
    show(0);
    const aligned = await alignInWorker(workerFile, {
      sound: readSound(ffmpeg, recording, { rate: sampleRate, expected, signal }),
      ...{ expected, transcript, language: transcript.language, signal },
      model: await model(),
      onProgress: show,
    });
    bar.end();
    return aligned;
  } finally {
    process.off('SIGINT', interrupt);
    bar.stop();
  }
}

function print(transcript: Transcript, format: 'vtt' | 'json'): string {
  if (format === 'json') return writeEveryWord(transcript);
  if (timingOf(transcript) !== 'none') return writeTranscript(transcript, 'vtt');
  throw new AlongsideError(
    'transcript_form_unknown',
    'No word has a time, and WebVTT cannot do without.',
    { remedy: 'The line above says why. --format json prints every word, times or not.' },
  );
}

/** The form that a file's name asks for. */
function formatFor(output: string | undefined): 'vtt' | 'json' {
  const ending = output === undefined ? '.vtt' : extname(output).toLowerCase();
  if (ending === '.json') return 'json';
  if (ending === '.vtt') return 'vtt';
  throw new AlongsideError('request_invalid', `${output} ends in neither .vtt nor .json.`, {
    remedy: 'Name it so, or say what to write with --format.',
  });
}

function checkLanguage(language: string | undefined): void {
  const problem = languageTag.optional().safeParse(language).error?.issues[0];
  if (!problem) return;
  throw new AlongsideError('request_invalid', `--language ${problem.message}.`, {
    remedy: 'Leave it out where the transcript says it, or where it is English.',
  });
}
