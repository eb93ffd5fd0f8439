import { expand } from './abbreviations.ts';
import { distinct } from './combine.ts';
import { sayAddress } from './say-address.ts';
import { sayCompound } from './say-compound.ts';
import { sayFigure } from './say-figure.ts';
import { sayCapitals, spell } from './say-letters.ts';

/** Of a longer word only the beginning is said. */
const longestToken = 200;

/**
 * How a written word may be spoken in English, likeliest first: `2015` as twenty fifteen, two thousand
 * fifteen or two thousand and fifteen, `PTL` as p. t. l. Words are in small letters; a letter with a full
 * stop stands for its name. What no rule knows is said as it is written.
 *
 * @param text a word of a transcript, with its punctuation
 * @param isWord whether a word in small letters is one of English
 * @returns six ways at most, none where nothing is said
 */
export function spokenForms(text: string, isWord: (word: string) => boolean): string[][] {
  const token = tidy(text);
  const whole = token.toLowerCase();
  const bare = trimmed(token);
  const word = bare.toLowerCase();
  const short = [...expand(word), ...expand(unquoted(whole))];
  if (/^\p{Lu}{2,6}$/u.test(bare)) return distinct([...short, ...sayCapitals(bare, isWord)]);
  if (short.length > 0) return distinct(short);
  if (bare === '') return [];
  const letters = sayLetters(bare);
  if (letters.length > 0) return letters;
  if (isWord(word)) return [[word]];
  const address = sayAddress(bare, isWord);
  if (address.length > 0) return address;
  const figure = sayFigure(bare);
  if (figure.length > 0) return figure;
  const owner = /^(.*[^s'])(?:'s|(?<=\p{Lu})s)$/u.exec(bare)?.[1];
  if (owner !== undefined) return spokenForms(owner, isWord).map(owned);
  // Letters alone, and no capitals among them, are a word that is unknown.
  if (/^\p{L}[\p{Ll}\p{Lo}\p{M}']*$/u.test(bare)) return [[word]];
  return sayCompound(bare, isWord);
}

/** `U.S.`, `J.R.R.`, `Ph.D.`, `X`: letters with full stops, and letters alone. */
function sayLetters(bare: string): string[][] {
  if (/^\p{L}$/u.test(bare)) return /^[aAI]$/.test(bare) ? [[bare.toLowerCase()]] : [spell(bare)];
  if (!/^(?:\p{L}\.)+\p{L}(?:'?s)?$/u.test(bare)) {
    return /^ph\.?d$/i.test(bare) ? [spell('phd')] : [];
  }
  const [letters = '', s] = bare.split(/'?(s)$/);
  const spelt = spell(letters.replaceAll('.', ''));
  return [s === undefined ? spelt : owned(spelt)];
}

/** With the s of an owner, or of several. */
function owned(words: string[]): string[] {
  return words.with(-1, `${words.at(-1)}'s`);
}

/** In the plainest of its characters: one kind of apostrophe, one of each digit and letter. */
function tidy(text: string): string {
  return text
    .slice(0, longestToken)
    .replace(/(?<=\d)(?=[¼½¾⅐-⅞])/gu, '+')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/⁄/g, '/');
}

/** Without the punctuation around it; signs that are said stay. */
function trimmed(token: string): string {
  const start = /^[^\p{L}\p{N}$€£¥₹@#+<>~±.−-]*/u.exec(token)![0].length;
  let end = token.length;
  while (end > start && !/[\p{L}\p{N}%$€£¥¢°+#]/u.test(token[end - 1]!)) {
    // A letter outside the basic plane is two code units.
    if (/[\ud800-\udfff]/.test(token[end - 1]!) && /\p{L}/u.test(token.slice(end - 2, end))) break;
    end -= 1;
  }
  const bare = token.slice(start, end);
  // A dash or a dot before a letter is punctuation, before a digit it belongs to it.
  return /^[.−<>~±+-]+(?!\d|\.\d)/.test(bare) ? bare.replace(/^[.−<>~±+-]+/, '') : bare;
}

function unquoted(token: string): string {
  return token.replace(/^["'“”«»([{]+|["'“”«»)\]},;:!?]+$/g, '');
}
