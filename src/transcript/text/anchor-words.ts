import { type Problem, untimed, type Word } from '../../episode/transcript.ts';
import { wordsIn } from '../split-text.ts';
import type { FourParts } from '../time-in-text.ts';
import { bracketed, secondsIn } from './time-marks.ts';

/** Where times go that stand at the end of a line: to the next word, wherever that is. */
export interface Clock {
  /** Seconds of the last time that no word has taken yet. */
  waiting: number | null;
  /** The line it stands on. */
  line: number;
  four: FourParts;
}

/**
 * Takes the times in square brackets out of a text and gives each to the word after it. What looks like a
 * time and is none (`[12:99]`) stays as it is and is reported.
 *
 * @param clock is handed from line to line
 */
export function anchorWords(text: string, line: number, clock: Clock, problems: Problem[]): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const found of text.includes('[') ? text.matchAll(bracketed) : []) {
    const seconds = secondsIn(found[1]!, clock.four);
    if (seconds === null) {
      problems.push({ line, message: `${found[0]} is not a time; it is kept as it stands.` });
      continue;
    }
    add(text.slice(from, found.index));
    from = found.index + found[0].length;
    setClock(clock, seconds, line, problems);
  }
  add(text.slice(from));
  return words;

  function add(part: string): void {
    for (const each of wordsIn(part)) {
      const word = untimed(each);
      word.start = clock.waiting;
      words.push(word);
      clock.waiting = null;
    }
  }
}

/** Sets the clock for the next word; a time that no word took is reported. */
export function setClock(
  clock: Clock,
  seconds: number | null,
  line: number,
  problems: Problem[],
): void {
  if (clock.waiting !== null) {
    problems.push({ line: clock.line, message: 'No words follow the time here; it is left out.' });
  }
  clock.waiting = seconds;
  clock.line = line;
}
