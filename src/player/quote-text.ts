import type { Said } from './said.ts';
import type { Words } from './selected-words.ts';

/** Where a quote comes from. */
export interface Source {
  title: string;
  /** The show. */
  album: string;
  /** Address of the stretch. */
  address: string;
}

/** A quote as one sends it: what was said and by whom, the episode, and where it can be heard. */
export function quoteText(
  said: Said,
  { from, to }: Words,
  { title, album, address }: Source,
): string {
  const turns: { speaker: string; text: string }[] = [];
  let last: Element | null = null;
  for (let paragraph = from.paragraph; paragraph <= to.paragraph; paragraph += 1) {
    const first = paragraph === from.paragraph ? from : { paragraph, word: 0 };
    const end = paragraph === to.paragraph ? to : { paragraph, word: Infinity };
    const text = said.rangeOf(first, end).toString();
    const turn = said.turnOf(first);
    const before = turns.at(-1);
    if (turn === last && before) before.text += `\n\n${text}`;
    else turns.push({ speaker: turn?.querySelector('.name')?.textContent ?? '', text });
    last = turn;
  }
  const source = `“${title}” (${album})\n${address}`;
  const [only] = turns;
  if (only && turns.length === 1) {
    return `“${only.text}”\n\n— ${only.speaker ? `${only.speaker} in ` : ''}${source}`;
  }
  const lines = turns.map(({ speaker, text }) => `${speaker ? `${speaker}: ` : ''}“${text}”`);
  return `${lines.join('\n\n')}\n\n— ${source}`;
}
