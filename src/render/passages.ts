import { doubtful, leastDoubtful } from '../episode/doubt.ts';
import type { Word } from '../episode/transcript.ts';

/** Words of a paragraph in a row that are shown alike. */
export interface Passage {
  /** `unsure`: when they are said, or what they are, is uncertain by the measure of whoever found out. */
  kind: 'said' | 'direction' | 'unsure';
  words: Word[];
}

/** A paragraph's words as passages: what is spoken, stage directions, and what is doubtful. */
export function passagesOf(words: Word[]): Passage[] {
  const runs = inRuns(words.map((word) => ({ kind: kindOf(word), words: [word] })));
  const few = ({ kind, words: own }: Passage) => kind === 'unsure' && own.length < leastDoubtful;
  return inRuns(runs.map((run) => (few(run) ? { ...run, kind: 'said' } : run)));
}

/** Neighbours of a kind become one. */
function inRuns(passages: Passage[]): Passage[] {
  const runs: Passage[] = [];
  for (const { kind, words } of passages) {
    const last = runs.at(-1);
    if (last?.kind === kind) for (const word of words) last.words.push(word);
    else runs.push({ kind, words });
  }
  return runs;
}

function kindOf({ direction, confidence }: Word): Passage['kind'] {
  if (direction) return 'direction';
  return confidence !== null && confidence < doubtful ? 'unsure' : 'said';
}
