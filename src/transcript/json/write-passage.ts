import type { Passage, SaidWord } from './dialect.ts';

/** The text of a passage: as the file has it, or else its words, with punctuation where it belongs. */
export function writePassage({ text, words }: Passage): string {
  if (text !== null && (text.trim() !== '' || words.length === 0)) return text;
  const parts: string[] = [];
  for (const [at, word] of words.entries()) {
    if (at > 0 && !joined(words[at - 1]!, word)) parts.push(' ');
    parts.push(word.text);
  }
  return parts.join('');
}

/** Nothing joins what two people say. */
function joined(before: SaidWord, word: SaidWord): boolean {
  if (before.joins !== 'after' && word.joins !== 'before') return false;
  return word.speakers === undefined || word.speakers[0] === before.speakers?.[0];
}
