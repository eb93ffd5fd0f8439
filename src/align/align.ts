import type { Alignment } from '../episode/alignment.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Transcript, wordsOf } from '../episode/transcript.ts';
import { type Found, findWords } from './find-words.ts';
import { readModel } from './model/read-model.ts';
import { sampleRate } from './sample-rate.ts';
import { type Script, scriptOf } from './script/script.ts';
import { findActivity } from './sound/activity.ts';
import { frameRate, listen } from './sound/listen.ts';
import { confidenceOf } from './times/confidence.ts';
import { findShifts } from './times/find-shifts.ts';
import { findUncertain } from './times/find-uncertain.ts';
import { findUnspoken } from './times/find-unspoken.ts';
import { findUnwritten } from './times/find-unwritten.ts';
import { leaveOutUnheard } from './times/leave-out-unheard.ts';
import { bringsTimes, type Measured, mergeTimes } from './times/merge-times.ts';
import { secondsOf } from './times/seconds-of.ts';
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
}

/** The share of the work that is listening. */
const listening = 0.15;

/** Frames of the shortest words in fast speech, on average over a transcript: ten words a second. */
const shortestWord = 10;

/** Transcripts of fewer words have no order that could be told from chance. */
const fewWords = 8;

/** Below this share of words found, a transcript is not taken for the recording's. */
const leastFound = 0.7;

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
    if (signal?.aborted) {
      throw new AlongsideError(
        'cancelled',
        'Alignment was stopped.',
        { remedy: 'Start it again.' },
        signal.reason,
      );
    }
    onProgress(share);
  };
  const expectedFrames = (expected ?? 3600) * frameRate;
  const heard = await listen(sound, sampleRate, expectedFrames, (frames) =>
    goOn(listening * Math.min(1, frames / expectedFrames)),
  );
  const spoken = countSpoken(transcript);
  if (spoken === 0) {
    return { transcript, alignment: refused(0, 'It has no word that could be spoken.') };
  }
  if (heard.frames < spoken * shortestWord) {
    const reason =
      heard.frames === 0
        ? 'There is no sound in the recording.'
        : 'The recording is too short for so many words.';
    return { transcript, alignment: refused(spoken, reason) };
  }
  const active = findActivity(heard.energies);
  if (!active.includes(1)) {
    return { transcript, alignment: refused(spoken, 'No speech is heard in the recording.') };
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
  const measured = leaveOutUnheard(measure(found, byItself), script.units);
  const count = measured.filter((word) => word !== null).length;
  const doubt = doubtOf(found, count, script);
  if (doubt !== null) {
    return { transcript, alignment: refused(script.words.length, doubt) };
  }

  const keeps = bringsTimes(transcript);
  const wasTimed = keeps && script.words.every(({ word }) => word.start !== null);
  const words = new Map(
    script.words.flatMap(({ word }, at) => (measured[at] ? [[word, measured[at]]] : [])),
  );
  return {
    transcript: mergeTimes(transcript, words),
    alignment: {
      verdict: wasTimed ? 'compared' : 'aligned',
      reason: null,
      words: script.words.length,
      found: count,
      unwritten: findUnwritten(measured, heard, active),
      unspoken: findUnspoken(script.words, measured),
      uncertain: findUncertain(measured),
      shifts: findShifts(script.words, measured, keeps),
    },
  };
}

function wordsIn(transcript: Transcript): Set<string> {
  const texts = new Set<string>();
  for (const { text } of wordsOf(transcript)) texts.add(text);
  return texts;
}

function countSpoken(transcript: Transcript): number {
  let words = 0;
  for (const word of wordsOf(transcript)) if (isSpoken(word)) words += 1;
  return words;
}

function measure({ words }: Found, byItself: boolean): (Measured | null)[] {
  const fits = words.flatMap((word) => (word ? [word.fit] : [])).sort((a, b) => a - b);
  const typical = fits[fits.length >> 1] ?? 0;
  return words.map(
    (word) =>
      word && {
        ...secondsOf(word, byItself),
        confidence: confidenceOf(word, typical),
      },
  );
}

/** Why the transcript is not believed to be this recording's; null where it is. */
function doubtOf({ belongs }: Found, count: number, { words }: Script): string | null {
  const share = count / words.length;
  if (!belongs) {
    if (words.length < fewWords) return 'So few words can be anywhere.';
    return 'Its sentences are not heard in the order they are written. Is it the transcript of this recording?';
  }
  if (share >= leastFound) return null;
  return `Only ${Math.floor(share * 100)} % of its words were found in the sound. Is it the transcript of this recording, and the whole of it there?`;
}

function refused(words: number, reason: string): Alignment {
  return {
    verdict: 'refused',
    ...{ reason, words, found: 0 },
    ...{ unwritten: [], unspoken: [], uncertain: [], shifts: [] },
  };
}
