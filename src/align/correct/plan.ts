import type { Alignment } from '../../episode/alignment.ts';
import { type Transcript, type Word, wordsOf } from '../../episode/transcript.ts';
import type { Tuning } from '../../episode/tuning.ts';
import type { Measured } from '../times/merge-times.ts';
import { isSpoken } from '../words/is-spoken.ts';
import { type Change, compareWords } from './compare-words.ts';
import { isAnother } from './count-changed.ts';
import { findPatches, type Patch } from './find-patches.ts';
import { effortOf, type PatchWindows, windowsOf } from './fit-patches.ts';
import { foldWord } from './fold-word.ts';

/** What came of aligning the transcript as it was before. */
export interface Previous {
  transcript: Transcript;
  alignment: Alignment;
  tuning: Tuning;
  /** Whether looking for its words broke off, so that those without a time were never looked for. */
  isUnfinished?: boolean;
}

/** What of a corrected transcript is as it was. */
export interface Unchanged {
  /** The words that are to be spoken. */
  words: Word[];
  /** Of each the time that it keeps; null where it is new, or had none. */
  kept: (Measured | null)[];
  /** When the words of the transcript before were spoken. */
  before: (Measured | null)[];
  changes: Change[];
}

export interface Plan extends Unchanged {
  patches: (Patch & { windows: PatchWindows })[];
}

/** The most that the fit of one patch may take, frames of words: a minute in which any of 600 words may be. */
const mostEffort = 4e6;

/**
 * What of a corrected transcript has to be looked for in the sound, and what keeps its time.
 *
 * @param expected length of the recording in seconds, as far as known
 * @returns null where all of it is better aligned anew
 */
export function planCorrection(
  transcript: Transcript,
  previous: Omit<Previous, 'tuning'>,
  expected: number | null,
): Plan | null {
  const unchanged = findUnchanged(transcript, previous);
  if (unchanged === null) return null;
  const { changes, kept } = unchanged;
  const patches = findPatches(changes, kept).map((patch) => ({
    ...patch,
    windows: windowsOf(patch, kept),
  }));
  const isTooMuch = patches.some(({ windows }) => effortOf(windows, expected) > mostEffort);
  return isTooMuch ? null : { ...unchanged, patches };
}

/**
 * Holds a corrected transcript against what it was before. Words that were never looked for count as added.
 *
 * @returns null where it is another transcript, or where it is not known which words were found
 */
export function findUnchanged(
  transcript: Transcript,
  { transcript: old, alignment, isUnfinished = false }: Omit<Previous, 'tuning'>,
): Unchanged | null {
  if (transcript.language !== old.language || !wasAligned(alignment)) return null;
  const words = spokenIn(transcript);
  const wordsBefore = spokenIn(old).filter((word) => !isUnfinished || timeOf(word) !== null);
  const before = wordsBefore.map(timeOf);
  // Where a word has only a part of a time, it is not known whether it was heard.
  if (before.filter((time) => time !== null).length !== alignment.found) return null;
  const folded = (list: Word[]) => list.map(({ text }) => foldWord(text));
  const changes = compareWords(folded(wordsBefore), folded(words));
  if (changes === null || words.length === 0) return null;
  if (isAnother(changes, Math.max(words.length, wordsBefore.length))) return null;
  return { words, kept: keptOf(changes, before, words.length), before, changes };
}

/** Times that are off against the sound are told of by holding all of them against it. */
function wasAligned({ verdict, shifts }: Alignment): boolean {
  return verdict === 'aligned' || (verdict === 'compared' && shifts.length === 0);
}

function spokenIn(transcript: Transcript): Word[] {
  return [...wordsOf(transcript)].filter(isSpoken);
}

function timeOf({ start, end, confidence }: Word): Measured | null {
  if (start === null || end === null || confidence === null) return null;
  return { start, end, confidence };
}

function keptOf(changes: Change[], before: (Measured | null)[], words: number) {
  const kept: (Measured | null)[] = [];
  let next = 0;
  const copy = (to: number) => {
    for (; next < to; next += 1) kept.push(before[next] ?? null);
  };
  for (const change of changes) {
    copy(change.before.from);
    for (let at = change.now.from; at < change.now.to; at += 1) kept.push(null);
    next = change.before.to;
  }
  copy(next + words - kept.length);
  return kept;
}
