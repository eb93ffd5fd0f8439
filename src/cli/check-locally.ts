import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeProblem } from '../episode/describe-problem.ts';
import { AlongsideError } from '../episode/error.ts';
import { guessSpeakers } from '../episode/guess-speakers.ts';
import { clock } from '../episode/timecode.ts';
import { type Transcript, wordsOf } from '../episode/transcript.ts';
import { findFfmpeg } from '../media/ffmpeg.ts';
import { describePicture } from '../media/picture.ts';
import { probe } from '../media/probe.ts';
import { type Details, detailsSchema, parseDetails, type ReadDetails } from '../store/details.ts';
import { readTranscript } from '../transcript/read.ts';
import { existing } from './existing.ts';

export interface LocalFiles {
  transcript?: string;
  cover?: string;
  notes?: string;
}

/**
 * Checks everything that can be checked before a byte is sent.
 *
 * @param recording absolute path, as those of the other files are; errors name the file with it
 * @returns a line about each part, for people
 * @throws AlongsideError for the first thing that cannot be used
 */
export async function checkLocally(
  recording: string,
  files: LocalFiles,
  fields: Details,
  ffmpegPath: string | null,
): Promise<string[]> {
  checkFields(fields);
  const { size } = await existing(recording, 'recording_empty');
  const notes = files.notes ? await readNotes(files.notes) : null;
  const named = { ...notes?.details.speakers, ...fields.speakers };
  const lines = [
    await describeRecording(recording, size, ffmpegPath),
    ...(notes?.problems ?? []).map((one) => describeProblem(basename(files.notes ?? ''), one)),
    ...(files.transcript ? await describeTranscript(files.transcript, named) : []),
  ];
  if (files.cover) {
    await existing(files.cover, 'cover_unreadable');
    const { width, height, problem } = describePicture(await readFile(files.cover), files.cover);
    lines.push(
      `${basename(files.cover)}: ${width} × ${height} pixels.${problem ? ` ${problem}` : ''}`,
    );
  }
  return lines;
}

async function describeRecording(path: string, size: number, ffmpegPath: string | null) {
  const ffmpeg = await findFfmpeg(ffmpegPath).catch(() => null);
  // Without ffmpeg here the server looks at it; it has one, or says what to do.
  if (ffmpeg === null) return `${basename(path)}: ${(size / 1e6).toFixed(1)} MB.`;
  const { container, codec, duration } = await probe(ffmpeg, path, { name: path });
  const length = duration === null ? '' : `, ${clock(duration)}`;
  return `${basename(path)}: ${codec} in ${container}${length}, ${(size / 1e6).toFixed(1)} MB.`;
}

async function readNotes(path: string): Promise<ReadDetails> {
  await existing(path, 'details_invalid');
  return parseDetails(await readFile(path, 'utf8'), path);
}

/** @param named the labels somebody names, which are not guessed then */
async function describeTranscript(path: string, named: Record<string, string>) {
  await existing(path, 'transcript_empty');
  const { transcript, format, problems } = readTranscript(await readFile(path), path);
  const words = [...wordsOf(transcript)].length;
  const speakers = transcript.speakers.map(({ label }) => label).join(', ');
  const found = [
    `${words} words`,
    `${transcript.turns.length} turns`,
    speakers && `by ${speakers}`,
  ];
  const doubts = problems.length === 0 ? '' : ` ${problems.length} things to look at.`;
  return [
    `${basename(path)}: ${format}, ${found.filter(Boolean).join(', ')}.${doubts}`,
    ...proposeNames(transcript, named),
  ];
}

/** Who the labels may be, as far as that can be told here: the server knows the show's people. */
function proposeNames(transcript: Transcript, named: Record<string, string>): string[] {
  if (transcript.speakers.some(({ label }) => Object.hasOwn(named, label))) return [];
  const guess = Object.entries(guessSpeakers(transcript)?.guess ?? {});
  if (guess.length === 0) return [];
  const names = guess.map(([label, name]) => `${label} for ${name}`).join(', ');
  return [`The opening makes us take ${names}, unless people.yaml or --speaker says otherwise.`];
}

function checkFields(fields: Details) {
  const parsed = detailsSchema.safeParse(fields);
  if (parsed.success) return;
  const issue = parsed.error.issues[0];
  throw new AlongsideError(
    'request_invalid',
    `--${String(issue?.path[0] ?? 'option')} ${issue?.message ?? 'cannot be read'}.`,
    { remedy: 'Correct that option and run the command again; --help lists them all.' },
    parsed.error,
  );
}
