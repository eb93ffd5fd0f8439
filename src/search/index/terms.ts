import { fold } from '../words/fold.ts';
import { tokensOf } from '../words/tokens.ts';

/** Names as the `who` column has them: their words, one name after the other. */
export function speakerTerms(names: string[]): string {
  return names.map((name) => wordsOfName(name).join(' ')).join(' ');
}

export function wordsOfName(name: string): string[] {
  return tokensOf(name, false).tokens.map(({ text }) => text);
}

/** A tag as one term: `Open Source` and `open-source` are the same. */
export function tagTerm(tag: string): string {
  return fold(tag).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
