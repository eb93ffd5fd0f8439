import { endsSentence } from '../../episode/ends-sentence.ts';
import type { Turn, Word } from '../../episode/transcript.ts';
import { type Change, isAdded } from './compare-words.ts';

/** Where a turn or a paragraph opens. */
export interface Opening {
  turn: Turn;
  opensTurn: boolean;
  /** Whether the turn before it is somebody else's. */
  changesSpeaker: boolean;
}

/** What opens where, by the place of its first word among all words. */
export type Openings = Map<number, Opening>;

/** A transcript's words one after another, and what opens among them. */
export function flatten(turns: Turn[]): { words: Word[]; openings: Openings } {
  const words: Word[] = [];
  const openings: Openings = new Map();
  let last: Turn | null = null;
  for (const turn of turns) {
    const changesSpeaker = last?.speakers.join('\n') !== turn.speakers.join('\n');
    for (const paragraph of turn.paragraphs) {
      openings.set(words.length, { turn, opensTurn: turn !== last, changesSpeaker });
      last = turn;
      for (const word of paragraph.words) words.push(word);
    }
  }
  return { words, openings };
}

/**
 * Where turns and paragraphs open once words were changed: before the word that they opened with. Among words
 * that were changed they open where a sentence ends, if they did before.
 */
export function moveOpenings(
  { words, openings }: { words: Word[]; openings: Openings },
  now: Word[],
  changes: Change[],
): Openings {
  const moved: Openings = new Map();
  for (const [at, opening] of openings) {
    const place = at === 0 ? 0 : placeOf(at, words, now, changes);
    if (place >= now.length) continue;
    // Of those whose words are gone, what they part stays parted.
    const merged = moved.get(place);
    const opensTurn = opening.opensTurn || (merged?.opensTurn ?? false);
    const changesSpeaker = opening.changesSpeaker || (merged?.changesSpeaker ?? false);
    moved.set(place, { ...opening, opensTurn, changesSpeaker });
  }
  return moved;
}

function placeOf(at: number, words: Word[], now: Word[], changes: Change[]): number {
  const change = changes.findLast(({ before }) => before.from <= at);
  if (change === undefined) return at;
  const { before, now: run } = change;
  if (at > before.to) return run.to + at - before.to;
  const share = before.to === before.from ? 0 : (at - before.from) / (before.to - before.from);
  const place = run.from + Math.round(share * (run.to - run.from));
  const ended = (list: Word[], place: number) => endsSentence(list[place - 1]?.text ?? '');
  if (!ended(words, at)) return place;
  for (let off = 0; off <= run.to - run.from; off += 1) {
    for (const other of [place + off, place - off]) {
      if (other >= run.from && other <= run.to && ended(now, other)) return other;
    }
  }
  // A sentence that lost its full stop goes on as far as the next one begins.
  return isAdded(change) && opensSentence(now[run.to]) ? run.to : place;
}

function opensSentence(word: Word | undefined): boolean {
  return /^\P{L}*\p{Lu}/u.test(word?.text ?? '');
}
