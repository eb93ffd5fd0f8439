import { speakersIn } from '../gather-turns.ts';
import { hasWords, type Run, type SpokenCue } from './cue.ts';

/**
 * Takes the first line of each cue as the name of who speaks, if the file is so throughout, as what Teams
 * saves as text is: nine cues in ten begin with a line that looks like a name and has text below, and names
 * come again. In a script without capitals any line could be one, so there they have to come again often.
 *
 * @returns null where the file is not so
 */
export function nameCues(cues: SpokenCue[]): SpokenCue[] | null {
  const times = new Map<string, number>();
  let spoken = 0;
  let named = 0;
  for (const { start, runs } of cues) {
    if (start === null || !runs.some(hasWords)) continue;
    spoken += 1;
    const name = nameAbove(runs);
    if (name === null) continue;
    named += 1;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  if (times.size >= named || named * 10 < spoken * 9) return null;
  if (![...times.keys()].every(isCapital) && times.size * 3 > named) return null;
  return cues.map((cue) => {
    const name = cue.start === null ? null : nameAbove(cue.runs);
    if (name === null || (named < spoken && times.get(name) === 1)) return cue;
    const [, first, ...rest] = cue.runs.filter(hasWords);
    return { ...cue, runs: [{ speakers: speakersIn(name), words: first!.words }, ...rest] };
  });
}

/** The first of two lines or more, if it looks like a name: four words at most that begin as names do. */
function nameAbove(runs: Run[]): string | null {
  const first = runs.find(hasWords);
  if (first === undefined || first.words.length > 4) return null;
  if (!runs.some((run) => run !== first && hasWords(run))) return null;
  const name = first.words.map(({ text }) => text).join(' ');
  const looksSo = first.words.every(({ text }) => nameWord.test(text));
  return looksSo && /\p{L}/u.test(name) ? name : null;
}

/** A capital, or a letter of a script without them, and no punctuation but that of names. */
const nameWord = /^[([]?[\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}'’().\]-]*,?$/u;

function isCapital(name: string): boolean {
  return /^[([]?\p{Lu}/u.test(name);
}
