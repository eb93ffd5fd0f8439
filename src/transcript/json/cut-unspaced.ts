import { wordsIn } from '../split-text.ts';
import type { SaidWord } from './dialect.ts';

/**
 * The words of a text. A script without spaces, such as Chinese, would make one word of a whole talk: such
 * text is parted where another speaker begins and behind a sentence, as far as the engine's list shows the
 * places.
 *
 * @param said the engine's words, whose letters are those of the text
 */
export function cutUnspaced(text: string, said: SaidWord[]): string[] {
  const words = wordsIn(text);
  if (words.length * 2 > said.length) return words;
  const cuts = cutsIn(said);
  const parts: string[] = [];
  let from = 0;
  let cut = 0;
  for (const word of words) {
    let start = 0;
    while (cut < cuts.length && cuts[cut]! < from + word.length) {
      const place = cuts[cut]! - from;
      cut += 1;
      if (place <= start) continue;
      parts.push(word.slice(start, place));
      start = place;
    }
    parts.push(word.slice(start));
    from += word.length;
  }
  return parts.join('') === lettersOf(said) ? parts : words;
}

/** Where to part it: how many letters come before. */
function cutsIn(said: SaidWord[]): number[] {
  const cuts: number[] = [];
  let count = 0;
  let ended = false;
  let speaker: string | undefined;
  for (const { text, speakers } of said) {
    const letters = wordsIn(text).join('');
    const mark = !/[\p{L}\p{N}]/u.test(letters);
    const other = speakers !== undefined && speaker !== undefined && speakers[0] !== speaker;
    if ((other || ended) && !mark) cuts.push(count);
    ended = /[。！？]["'”’」』）]*$/.test(letters) || (ended && mark);
    speaker = speakers?.[0] ?? speaker;
    count += letters.length;
  }
  return cuts;
}

function lettersOf(said: SaidWord[]): string {
  return said.map(({ text }) => wordsIn(text).join('')).join('');
}
