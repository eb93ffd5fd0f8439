import type { Alignment } from '../episode/alignment.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Transcript, wordsOf } from '../episode/transcript.ts';
import type { Tuning } from '../episode/tuning.ts';
import { type Found, findWords } from './find-words.ts';
import { readModel } from './model/read-model.ts';
import { sampleRate } from './sample-rate.ts';
import { scriptOf } from './script/script.ts';
import { findActivity, rangeOfSound } from './sound/activity.ts';
import { frameRate, listen } from './sound/listen.ts';
import { conclude, refused } from './times/conclude.ts';
import { confidenceOf } from './times/confidence.ts';
import { changeOfSpeech, findUnwritten } from './times/find-unwritten.ts';
import { leaveOutUnheard } from './times/leave-out-unheard.ts';
import type { Measured } from './times/merge-times.ts';
import { secondsOf } from './times/seconds-of.ts';
import { alignerVersion } from './version.ts';
import { isEnglish } from './words/is-english.ts';
import { isSpoken } from './words/is-spoken.ts';
import { createPronouncer } from './words/pronounce.ts';

/** How far along an alignment is, 0–1. */
export type OnProgress = (share: number) => void;

export interface AlignOrder {
  /** The recording from its start: mono samples at `sampleRate`, in blocks of any length. */
  sound: AsyncIterable<Int16Array> | Iterable<Int16Array>;
  /** Length of the sound in seconds as far as known; only progress depends on it. */
  expected: number | null;
  transcript: Transcript;
  /** BCP 47 tag of what is spoken. */
  language: string;
  /** The acoustic model file's bytes. */
  model: Uint8Array;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

export interface Aligned {
  /** The transcript as given, with the times and confidences that were found. */
  transcript: Transcript;
  alignment: Alignment;
  /** With which a corrected transcript is aligned where it was changed; null where nothing was learnt. */
  tuning: Tuning | null;
}

/** The share of the work that is listening. */
const listening = 0.15;

/** Frames of the shortest words in fast speech, on average over a transcript: ten words a second. */
const shortestWord = 10;

/** Transcripts of fewer words have no order that could be told from chance. */
const fewWords = 8;

/**
 * Finds when each word of a transcript is spoken in its recording. Words that are not spoken come out without
 * a time; so do all, where the transcript does not seem to belong to the recording. Times that it brought
 * for words and cues are kept, and compared with the sound.
 *
 * The same order gives the same times. Memory grows by some 100 bytes for each 10 ms of sound. A signal is
 * heeded between stages; to stop at once, run it in a worker.
 *
 * @throws AlongsideError `cancelled` once the signal has aborted; and whatever `sound` throws
 */
export async function align(order: AlignOrder): Promise<Aligned> {
  const { sound, expected, transcript, language, onProgress = () => {}, signal } = order;
  const goOn = (share: number) => {
    heed(signal);
    onProgress(share);
  };
  const untimed = (words: number, reason: string): Aligned => ({
    transcript,
    alignment: refused(words, reason),
    tuning: null,
  });
  const expectedFrames = (expected ?? 3600) * frameRate;
  const heard = await listen(sound, sampleRate, expectedFrames, (frames) =>
    goOn(listening * Math.min(1, frames / expectedFrames)),
  );
  const spoken = countSpoken(transcript);
  if (spoken === 0) {
    return untimed(0, 'It has no word that could be spoken.');
  }
  if (heard.frames < spoken * shortestWord) {
    const reason =
      heard.frames === 0
        ? 'There is no sound in the recording.'
        : 'The recording is too short for so many words.';
    return untimed(spoken, reason);
  }
  const range = rangeOfSound(heard.energies);
  const active = findActivity(heard.energies, range);
  if (!active.includes(1)) {
    return untimed(spoken, 'No speech is heard in the recording.');
  }
  const model = readModel(order.model);
  const script = scriptOf(
    transcript,
    await createPronouncer(language, wordsIn(transcript)),
    model.phones,
  );
  const byItself = !isEnglish(language);
  const found = findWords(heard, active, script, model, byItself, (share) =>
    goOn(listening + (1 - listening) * share),
  );
  goOn(1);
  const { words } = script;
  if (!found.belongs) {
    return untimed(words.length, whyForeign(words.length));
  }
  const typical = typicalOf(found);
  const measured = leaveOutUnheard(measure(found, typical, byItself), script.units);
  const unwritten = () => findUnwritten(measured, heard, active);
  const tuning = found.learnt && {
    alignerVersion,
    ...found.learnt,
    ...{ bias: [...found.learnt.bias], typical, ...range },
    change: changeOfSpeech(measured, heard),
  };
  return { ...conclude(transcript, words, measured, unwritten), tuning };
}

/** @throws AlongsideError `cancelled` once the signal has aborted */
export function heed(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new AlongsideError(
    'cancelled',
    'Alignment was stopped.',
    { remedy: 'Start it again.' },
    signal.reason,
  );
}

export function wordsIn(transcript: Transcript): Set<string> {
  const texts = new Set<string>();
  for (const { text } of wordsOf(transcript)) texts.add(text);
  return texts;
}

function countSpoken(transcript: Transcript): number {
  let words = 0;
  for (const word of wordsOf(transcript)) if (isSpoken(word)) words += 1;
  return words;
}

function typicalOf({ words }: Found): number {
  const fits = words.flatMap((word) => (word ? [word.fit] : [])).sort((a, b) => a - b);
  return fits[fits.length >> 1] ?? 0;
}

function measure({ words }: Found, typical: number, byItself: boolean): (Measured | null)[] {
  return words.map(
    (word) => word && { ...secondsOf(word, byItself), confidence: confidenceOf(word, typical) },
  );
}

/** Why the transcript is not believed to be this recording's. */
function whyForeign(words: number): string {
  if (words < fewWords) return 'So few words can be anywhere.';
  return 'Its sentences are not heard in the order they are written. Is it the transcript of this recording?';
}
