/**
 * Whether a text decoded on a guess is such as people write: nine in ten of what is beyond ASCII in it must
 * not be marks that speech is never written with, letters where no word has them, or words of two scripts.
 */
export function isTyped(text: string): boolean {
  const beyond = count(text, /\P{ASCII}/gu);
  const odd = count(text, oddMarks) + count(text, oddPlaces) + count(text, twoScripts);
  return odd * 10 <= beyond && count(text, manyAccents) * 10 <= count(text, accents);
}

const oddMarks = /[ÿ¤¦¨¬¯¶¸ˆ†‡‰ƒ¥±²³µ¹¼¾÷]/g;

/** A large letter after a small one, and a low quotation mark that nothing follows. */
const oddPlaces = /[a-z][À-ÖØ-ÞŠŒŽŸ]|[‚„](?![\p{L}\p{N}\s.…'"‘’“”«»([])/gu;

const twoScripts =
  /[a-z](?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}])|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}](?=[a-z])/giu;

/** Four in a row are in no word of a Latin script, but in Cyrillic or Greek that is taken for one. */
const manyAccents = /[À-ÖØ-öø-ÿ]{4,}/g;
const accents = /[À-ÖØ-öø-ÿ]+/g;

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
