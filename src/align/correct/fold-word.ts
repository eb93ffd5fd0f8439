/** What is heard of a word as it is written; and a point or comma within a number. */
const heard = /[\p{L}\p{M}\p{N}&%+=@$€£¥]|(?<=\p{N})[.,:](?=\p{N})/gu;

/** What two spellings of a word that is spoken alike have in common: case, marks and apostrophes are left out. */
export function foldWord(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(heard) ?? []).join('');
}
