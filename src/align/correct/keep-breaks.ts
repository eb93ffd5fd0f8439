import type { Transcript, Turn, Word } from '../../episode/transcript.ts';
import { type Change, compareWords } from './compare-words.ts';
import { isAnother } from './count-changed.ts';
import { foldWord } from './fold-word.ts';
import { flatten, moveOpenings, type Opening } from './move-openings.ts';

/**
 * Gives a transcript that came in a form without paragraphs, such as captions, those of the version before: each
 * stays beside the words that are the same. Turns are as the new one has them; where it names nobody at all, they
 * are as they were. What is not written out, such as advertisements, stays as well.
 *
 * @returns the transcript as it was given where it is another one than before
 */
export function keepBreaks(given: Transcript, before: Transcript): Transcript {
  const [now, old] = [flatten(given.turns), flatten(before.turns)];
  const changes = compareWords(folded(old.words), folded(now.words));
  if (changes === null || isAnother(changes, Math.max(old.words.length, now.words.length))) {
    return given;
  }
  const kept = moveOpenings(old, now.words, changes);
  const isUnnamed = given.speakers.length === 0;
  let speakers: string[] = [];
  const turns: Turn[] = [];
  for (const [at, word] of now.words.entries()) {
    const [own, former] = [now.openings.get(at), kept.get(at)];
    const spokenBy = isUnnamed ? former : own;
    speakers = spokenBy?.turn.speakers ?? speakers;
    if (turns.length === 0 || spokenBy?.opensTurn || partsTurn(former)) {
      turns.push(openTurn(speakers, own, former));
    } else if (former || (own && isInside(at, changes))) {
      turns.at(-1)?.paragraphs.push({ words: [] });
    }
    turns.at(-1)?.paragraphs.at(-1)?.words.push(word);
  }
  const breaksAfter = given.breaksAfter ?? before.breaksAfter;
  return {
    ...given,
    speakers: isUnnamed ? before.speakers.filter(isAmong(turns)) : given.speakers,
    turns,
    ...(breaksAfter && { breaksAfter }),
  };
}

/** Signs that are not spoken are held against each other as they are. */
function folded(words: Word[]): string[] {
  return words.map(({ text }) => foldWord(text) || text);
}

/** Whether it parts two turns of the same people, which captions cannot say. */
function partsTurn(former: Opening | undefined): boolean {
  return former?.opensTurn === true && !former.changesSpeaker;
}

function openTurn(speakers: string[], own?: Opening, former?: Opening): Turn {
  const breaksBefore = breaksOf(own) ?? breaksOf(former);
  return { speakers, paragraphs: [{ words: [] }], ...(breaksBefore && { breaksBefore }) };
}

function breaksOf(opening: Opening | undefined) {
  return opening?.opensTurn ? opening.turn.breaksBefore : undefined;
}

function isInside(at: number, changes: Change[]): boolean {
  return changes.some(({ now }) => now.from < at && at < now.to);
}

function isAmong(turns: Turn[]): (speaker: { label: string }) => boolean {
  const labels = new Set(turns.flatMap((turn) => turn.speakers));
  return ({ label }) => labels.has(label);
}
