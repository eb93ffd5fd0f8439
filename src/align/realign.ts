import type { Transcript, Word } from '../episode/transcript.ts';
import { type Aligned, type AlignOrder, heed, wordsIn } from './align.ts';
import { cutOut, type Excerpt, excerptsOf } from './correct/excerpts.ts';
import { findNewlyUnwritten, windowsWithoutWords } from './correct/find-newly-unwritten.ts';
import { fitPatch } from './correct/fit-patches.ts';
import { type Plan, type Previous, planCorrection } from './correct/plan.ts';
import { timePatch } from './correct/time-patch.ts';
import type { Fitting } from './fit/fit-words.ts';
import { scoreRests } from './fit/rest-scores.ts';
import { readModel } from './model/read-model.ts';
import { openSenones } from './model/senones.ts';
import { sampleRate } from './sample-rate.ts';
import { type Script, scriptOf } from './script/script.ts';
import { sentencesOf } from './script/sentences.ts';
import { findActivity } from './sound/activity.ts';
import { frameRate, type Heard, listen } from './sound/listen.ts';
import { normaliseBy } from './sound/normalise.ts';
import { conclude } from './times/conclude.ts';
import type { Measured } from './times/merge-times.ts';
import { isEnglish } from './words/is-english.ts';
import { createPronouncer } from './words/pronounce.ts';

/** The share of the work that is decoding and listening. */
const listening = 0.5;

/**
 * Aligns a corrected transcript: words that were not changed keep their times, to the digit, and only the
 * stretches in which some were changed are looked for in the sound between the times of their neighbours. Turns,
 * speakers and paragraphs may change freely, for only words are compared.
 *
 * @param order its sound is taken as far as it is needed
 * @returns null where so much has changed that all is better aligned anew; no sound was taken then
 * @throws as `align` does
 */
export async function realign(order: AlignOrder, previous: Previous): Promise<Aligned | null> {
  const { sound, expected, transcript, onProgress = () => {}, signal } = order;
  const plan = planCorrection(transcript, previous, expected);
  if (plan === null) return null;
  const goOn = (share: number) => {
    heed(signal);
    onProgress(share);
  };
  const { tuning } = previous;
  const excerpts = excerptsOf([
    ...plan.patches.map(({ windows }) => windows.frames),
    ...windowsWithoutWords(plan),
  ]);
  const frames = lengthOf(excerpts, expected);
  const heard = await listen(cutOut(sound, excerpts), sampleRate, frames, (so) =>
    goOn(listening * Math.min(1, so / Math.max(1, frames))),
  );
  const active = findActivity(heard.energies, tuning);
  normaliseBy(heard, tuning);
  const measured =
    plan.patches.length > 0
      ? await timePatches(order, plan, previous, heard, excerpts, goOn)
      : plan.kept;
  goOn(1);
  const unwritten = () => findNewlyUnwritten(measured, plan, previous, { heard, active, excerpts });
  const words = plan.words.map((word) => ({ word }));
  return { ...conclude(transcript, words, measured, unwritten), tuning };
}

function lengthOf(excerpts: Excerpt[], expected: number | null): number {
  const end = (expected ?? 3600) * frameRate;
  return excerpts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from), 0);
}

async function timePatches(
  { transcript, language, model: bytes }: AlignOrder,
  { patches, words, kept }: Plan,
  { tuning }: Previous,
  heard: Heard,
  excerpts: Excerpt[],
  goOn: (share: number) => void,
): Promise<(Measured | null)[]> {
  const model = readModel(bytes);
  const needed = new Set(patches.flatMap((patch) => words.slice(patch.words.from, patch.words.to)));
  const spoken = onlyWith(transcript, needed);
  const script = wordByWord(
    scriptOf(spoken, await createPronouncer(language, wordsIn(spoken)), model.phones),
  );
  const places = new Map(script.words.map(({ word }, at) => [word, at]));
  const scores = openSenones(model, heard);
  scores.penalise(Float32Array.from(tuning.bias));
  const byItself = !isEnglish(language);
  const restScores = byItself ? scoreRests(heard.energies) : null;
  const { straying } = tuning;
  const fitting: Fitting = { script, model, scores, byItself, restScores, straying };
  const measured = kept.slice();
  for (const [at, patch] of patches.entries()) {
    const { from, to } = patch.words;
    const indexes = words.slice(from, to).map((word) => places.get(word) ?? null);
    const fitted = fitPatch(patch.windows, indexes, excerpts, heard.frames, fitting);
    timePatch(patch, fitted, measured, tuning.typical, byItself);
    goOn(listening + (1 - listening) * ((at + 1) / patches.length));
  }
  return measured;
}

/**
 * No more of a transcript than these words, sentence by sentence: each a turn, since it ends as a turn does. What
 * is not fitted need not be pronounced, which takes long for names.
 */
function onlyWith(transcript: Transcript, needed: Set<Word>): Transcript {
  const turns = sentencesOf(transcript)
    .map(({ words }) => words.filter((word) => needed.has(word)))
    .filter((words) => words.length > 0)
    .map((words) => ({ speakers: [], paragraphs: [{ words }] }));
  return { ...transcript, turns };
}

/** Each word a unit of its own, since each has its own window. */
function wordByWord({ words }: Script): Script {
  return { words, units: words.map((_, from) => ({ from, to: from + 1 })) };
}
