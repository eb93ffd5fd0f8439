import type { Aligned } from '../align/align.ts';
import { keepTimes } from '../align/correct/keep-times.ts';
import type { Previous } from '../align/correct/plan.ts';
import { alignInWorker } from '../align/in-worker.ts';
import { sampleRate } from '../align/sample-rate.ts';
import { alignerVersion } from '../align/version.ts';
import type { Alignment } from '../episode/alignment.ts';
import { whyUntimed } from '../episode/describe-alignment.ts';
import type { PublishedTranscript } from '../episode/episode.ts';
import { AlongsideError, describeError } from '../episode/error.ts';
import { type Transcript, wordsOf } from '../episode/transcript.ts';
import type { Tuning } from '../episode/tuning.ts';
import { readSound } from '../media/read-sound.ts';
import { hashOf } from '../store/hash-file.ts';
import type { Manifest } from '../store/manifest.ts';
import { brokeOff } from './broke-off.ts';
import type { ReadTranscript } from './make-transcript.ts';
import type { Tools } from './tools.ts';

export interface AlignmentOrder {
  recording: { path: string; sha256: string; duration: number };
  read: ReadTranscript;
  /** BCP 47 tag of what is spoken. */
  language: string;
  previous: Manifest | null;
  /** The transcript that was published last, with its times. */
  before: Transcript | null;
}

export interface AlignedTranscript {
  transcript: PublishedTranscript;
  /** Its words, with the times that were found. */
  said: Transcript;
  alignment: Alignment;
  /** Identifies what was aligned and how; null where that is to be tried again. */
  key: string | null;
  /** With which a correction is aligned where it changes something; null where all has to be. */
  tuning: Tuning | null;
}

/**
 * Gives the transcript's words their times and stores it. The same words are not looked for twice in the
 * same recording; where some were corrected, the others keep their times. Whatever keeps them from being
 * found keeps nothing from being published: the transcript then stays as it was given, save for the times that
 * it had before, with a warning, and is to be tried again.
 *
 * @throws AlongsideError `cancelled`, and what storing throws
 */
export async function alignTranscript(
  { recording, read, language, previous, before }: AlignmentOrder,
  tools: Tools,
  warnings: string[],
): Promise<AlignedTranscript> {
  const given: Transcript = { ...read.transcript, language };
  const key = hashOf(JSON.stringify([alignerVersion, recording.sha256, given]));
  const made =
    madeOfTheSame(previous, key, before) ??
    (await tryToAlign({ recording, given, language, previous, before }, tools));
  const { alignment } = made;
  const doubt = made.doubt ?? whyUntimed(alignment);
  if (doubt !== null) warnings.push(doubt);
  return {
    transcript: await read.store(made.transcript),
    said: made.transcript,
    alignment,
    key: made.isUnfinished ? null : key,
    tuning: made.tuning,
  };
}

/** What came of it; what broke off before all words were looked for is unfinished. */
interface Made extends Aligned {
  isUnfinished: boolean;
  /** What there is to say of that; null where the alignment says it. */
  doubt: string | null;
}

/** What was made of the same before, if it is still there. */
function madeOfTheSame(
  previous: Manifest | null,
  key: string,
  before: Transcript | null,
): Made | null {
  if (previous?.alignKey !== key) return null;
  const made = alignedBefore(previous, before);
  return made && finished(made);
}

/** What came of it before, where the recording was the same. */
function toCorrect(
  previous: Manifest | null,
  sha256: string,
  before: Transcript | null,
): (Aligned & { isUnfinished: boolean }) | null {
  if (previous?.recording.sha256 !== sha256) return null;
  const made = alignedBefore(previous, before);
  return made && { ...made, isUnfinished: brokeOff(previous) };
}

function byThisAligner(before: ReturnType<typeof toCorrect>): Previous | null {
  if (before?.tuning?.alignerVersion !== alignerVersion) return null;
  return { ...before, tuning: before.tuning };
}

function alignedBefore(previous: Manifest, transcript: Transcript | null): Aligned | null {
  const { alignment } = previous.report;
  return transcript && alignment && { transcript, alignment, tuning: previous.tuning ?? null };
}

async function tryToAlign(
  {
    recording,
    given,
    language,
    previous,
    before: said,
  }: Omit<AlignmentOrder, 'read'> & { given: Transcript },
  { ffmpeg, aligner, signal, onStep }: Tools,
): Promise<Made> {
  const expected = recording.duration;
  const before = toCorrect(previous, recording.sha256, said);
  onStep('align', 0);
  try {
    const aligned = await alignInWorker(aligner.workerFile, {
      sound: readSound(ffmpeg, recording.path, { rate: sampleRate, expected, signal }),
      ...{ expected, transcript: given, language, signal },
      previous: byThisAligner(before),
      model: await aligner.model(),
      onProgress: (share) => onStep('align', share),
    });
    return finished(aligned);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = reasonOf(error);
    const kept = before && keepTimes(given, before);
    if (kept === null) {
      const alignment = failed(given, reason);
      return { transcript: given, alignment, tuning: null, isUnfinished: true, doubt: null };
    }
    const doubt = `What was corrected has no times yet. ${reason} It is tried again at the next start.`;
    return { ...kept, tuning: before?.tuning ?? null, isUnfinished: true, doubt };
  }
}

function finished(aligned: Aligned): Made {
  return { ...aligned, isUnfinished: false, doubt: null };
}

function reasonOf(error: unknown): string {
  return error instanceof AlongsideError
    ? describeError(error).replaceAll('\n', ' ')
    : 'Something went wrong that should not have.';
}

function failed(transcript: Transcript, reason: string): Alignment {
  let words = 0;
  for (const { direction } of wordsOf(transcript)) if (!direction) words += 1;
  return {
    verdict: 'failed',
    ...{ reason, words, found: 0 },
    ...{ unwritten: [], unspoken: [], uncertain: [], shifts: [] },
  };
}
