import type { Unwritten } from '../../episode/alignment.ts';
import { frameRate, type Heard } from '../sound/listen.ts';
import { changeIn, tellSound } from '../sound/tell-sound.ts';
import type { Measured } from './merge-times.ts';

/** Seconds without a word of the transcript that are worth telling of; of silence, more. */
const shortest = { speech: 4, music: 5, silence: 15 } as const;

/**
 * What is heard in the recording and not written in the transcript.
 *
 * @param found when each word was heard, in order; null where it was not
 * @param active 1 for each frame in which something is heard
 */
export function findUnwritten(
  found: (Measured | null)[],
  heard: Heard,
  active: Uint8Array,
): Unwritten[] {
  const words = found.filter((measured) => measured !== null);
  const speech = changeOfSpeech(words, heard);
  const unwritten: Unwritten[] = [];
  let after = 0;
  const look = (start: number, end: number) => {
    if (end - start < shortest.speech) return;
    const stretch = { from: frameOf(start), to: frameOf(end) };
    for (const { from, to, heard: what } of tellSound(heard, active, stretch, speech)) {
      if (to - from < shortest[what] * frameRate) continue;
      unwritten.push({ heard: what, start: from / frameRate, end: to / frameRate });
    }
  };
  for (const { start, end } of words) {
    look(after, start);
    after = Math.max(after, end);
  }
  look(after, heard.frames / frameRate);
  return unwritten;
}

/** How fast the words of the transcript change, on average. */
function changeOfSpeech(words: Measured[], heard: Heard): number {
  let sum = 0;
  let seconds = 0;
  for (const { start, end } of words) {
    sum += changeIn(heard, frameOf(start), frameOf(end)) * (end - start);
    seconds += end - start;
  }
  return sum / Math.max(seconds, 0.01);
}

function frameOf(seconds: number): number {
  return Math.round(seconds * frameRate);
}
