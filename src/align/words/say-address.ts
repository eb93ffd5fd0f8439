import { combine, distinct } from './combine.ts';
import { spell } from './say-letters.ts';
import { sayWhole } from './say-number.ts';
import { splitRunTogether } from './split-run-together.ts';

/** Nobody reads out more of an address. */
const longestPath = 60;

/**
 * How an address is said in English: `https://rdoproject.org/foo` most likely without what comes before the
 * name, `user@host.org` with at, `@handle` and `#tag` with their signs or without.
 *
 * @param written without the punctuation around it
 * @returns none where it is no address
 */
export function sayAddress(written: string, isWord: (word: string) => boolean): string[][] {
  const label = (text: string) => sayLabel(text, isWord);
  const sign = written[0];
  if ((sign === '@' || sign === '#') && /^.[\p{L}_][\p{L}\p{N}_.-]*$/u.test(written)) {
    const name = joined(written.slice(1), label);
    return combine([sign === '@' ? [['at'], []] : [['hashtag'], []], name]);
  }
  const mail = /^([\w.+-]+)@([\w-]+(?:\.[\w-]+)*)$/.exec(written);
  if (mail) return combine([joined(mail[1]!, label), [['at']], joined(mail[2]!, label)]);
  const found =
    /^(?:(\w+):\/\/)?(www\.)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(\/[^?#]*)?(?:[?#].*)?$/i.exec(written);
  const scheme = found?.[1];
  const host = found?.[3];
  if (host === undefined || !(scheme || found?.[2] || isDomain(host))) return [];
  const site = joined(host, label);
  const path = (found?.[4] ?? '').slice(0, longestPath).replace(/\/$/, '');
  const full = path === '' ? site : combine([site, joined(path, label)]);
  const www = [...spell('www'), 'dot'];
  const before = scheme ? [...spell(scheme), 'colon', 'slash', 'slash'] : [];
  const plain = full[0] ?? [];
  return distinct([
    ...full.slice(0, 2),
    [...www, ...plain],
    ...site.slice(0, 1),
    [...before, ...(found?.[2] ? www : []), ...plain],
    ...full.slice(2),
  ]);
}

/** A name with dots that ends as sites do; `e.g` and `node.js` do not. */
function isDomain(host: string): boolean {
  return /\.(?:com|org|net|edu|gov|info|biz|io|dev|app|fm|tv|ai|co|me|eu|us|de|fr|cz|ca|au|[a-z]{2,3}\.uk)$/i.test(
    host,
  );
}

const marks: Record<string, string[][]> = {
  '.': [['dot']],
  '/': [['slash']],
  '-': [['dash'], [], ['hyphen']],
  _: [['underscore'], []],
  '+': [['plus']],
  '~': [['tilde']],
};

/** The labels with what is said of the signs between them. */
function joined(text: string, label: (text: string) => string[][]): string[][] {
  const parts: string[][][] = [];
  for (const piece of text.match(/[\p{L}\p{N}]+|[./_+~-]/gu) ?? []) {
    parts.push(marks[piece] ?? label(piece));
  }
  return combine(parts);
}

function sayLabel(text: string, isWord: (word: string) => boolean): string[][] {
  const parts: string[][][] = [];
  for (const piece of text.match(/\d+|\D+/g) ?? []) {
    const word = piece.toLowerCase();
    if (/^\d/.test(piece)) parts.push(sayWhole(piece));
    else if (isWord(word)) parts.push([[word]]);
    else if (word.length <= 3) parts.push([spell(word), [word]]);
    else {
      const words = splitRunTogether(word, isWord);
      parts.push(words.some((one) => one.endsWith('.')) ? [words, [word]] : [words]);
    }
  }
  return combine(parts);
}
