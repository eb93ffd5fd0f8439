import type { Part } from '../index/passage.ts';
import { tagTerm, wordsOfName } from '../index/terms.ts';
import type { Form } from './forms.ts';
import type { Query } from './query.ts';

/** Words that stand within so many others of each other are said of the same thing. */
export const nearby = 8;
/** Ways to combine forms; where there are more, what stands together is not looked for first. */
const mostWays = 32;

/**
 * The question in the language of FTS5 (sqlite.org/fts5.html, section 3). Every term is quoted, and none
 * holds a quotation mark, so nothing asked is ever taken for an operator.
 *
 * @param all for each thing wanted its forms, and `none` for each unwanted one
 * @returns the whole question, and stricter ones that are to be answered first: the words just so, near each
 *   other, and any form of them near each other. Null where nothing is asked of this part, or nothing can be found.
 */
export function matchOf(
  { speakers, tags, notSpeakers, notTags, episode, from, until }: Query,
  all: Form[][],
  none: Form[][],
  part: Part,
): { whole: string; stricter: Stricter[] } | null {
  if (all.some((forms) => forms.length === 0)) return null;
  const who = whoOf(speakers);
  const about = tagsOf(tags);
  const words = all.map((forms) => anyOf(forms.map(run)));
  const isAsked = words.length > 0 || who.length > 0;
  const isWithin = about.length > 0 || episode !== null || from !== null || until !== null;
  if (!isAsked && (part === 'said' || !isWithin)) return null;
  const filters = [
    // A question without words is about whole episodes: their chapters would only repeat the answer.
    ...(part === 'about' && words.length === 0 ? ['kind : "about"'] : []),
    ...(who.length > 0 ? [anyOf(who)] : []),
    ...about,
  ];
  const unwanted = [...none.flat().map(run), ...whoOf(notSpeakers), ...tagsOf(notTags)];
  const without = unwanted.length === 0 ? '' : ` NOT ${anyOf(unwanted)}`;
  const question = (more: string[]) => `((${[...more, ...filters].join(' AND ')})${without})`;
  const written = all.map((forms) => withoutSame(forms.map(asWritten)));
  const ways = isOneThing(all) ? [] : [inOrder(written), nearTogether(written), nearTogether(all)];
  const stricter = ways.flatMap((way, strictness) =>
    // What stands together is there: to ask for each word again would only take longer.
    way === null ? [] : [{ strictness, match: question([way]) }],
  );
  return { whole: question(words), stricter };
}

/** How strictly the whole question is answered by what answers none of the stricter ones. */
export const leastStrict = 3;

export interface Stricter {
  /** 0 where the words stand just so, 1 near each other, 2 in any form of them near each other. */
  strictness: number;
  match: string;
}

/** Whether nothing is found more strictly: a single thing that stands everywhere as it was asked for. */
export function isOneThing(all: Form[][]): boolean {
  return all.length === 0 || (all.length === 1 && all.flat().every(isAsWritten));
}

function isAsWritten({ terms, written = terms }: Form): boolean {
  return terms.every((term, at) => term === written[at]);
}

function asWritten(form: Form): Form {
  return form.written === undefined ? form : { column: 'words', terms: form.written };
}

/** Other forms of a word are written as it was asked for, so there are as many of that as there are forms. */
function withoutSame(forms: Form[]): Form[] {
  return [...new Map(forms.map((form) => [run(form), form])).values()];
}

/** The last word of a name may be only begun: `speaker:perc`. */
function whoOf(names: string[]): string[] {
  const words = names.map(wordsOfName).filter((name) => name.length > 0);
  return words.map((name) => `who : ${phrase(name)} *`);
}

function tagsOf(tags: string[]): string[] {
  const terms = tags.map(tagTerm).filter((tag) => tag !== '');
  return terms.map((tag) => `tag : ${quoted(tag)}`);
}

function run({ column, terms }: Form): string {
  return `${column} : ${phrase(terms)}`;
}

function phrase(terms: string[]): string {
  return terms.map(quoted).join(' + ');
}

function anyOf(expressions: string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '')}"`;
}

function inOrder(all: Form[][]): string | null {
  return anyWay(all, (forms) => phrase(forms.flatMap(({ terms }) => terms)));
}

function nearTogether(all: Form[][]): string | null {
  if (all.length < 2) return null;
  const near = (forms: Form[]) => forms.map(({ terms }) => phrase(terms)).join(' ');
  return anyWay(all, (forms) => `NEAR(${near(forms)}, ${nearby})`);
}

/** Every way to have one form of each; null where there is none, or too many. */
function anyWay(all: Form[][], express: (forms: Form[]) => string): string | null {
  const inWords = all.map((forms) => forms.filter(({ column }) => column === 'words'));
  const ways = combinations(inWords).map((forms) => `words : ${express(forms)}`);
  const different = [...new Set(ways)];
  return different.length === 0 || different.length > mostWays ? null : anyOf(different);
}

function combinations(choices: Form[][]): Form[][] {
  if (choices.length === 0) return [];
  return choices.reduce<Form[][]>(
    (before, forms) =>
      before.length * forms.length > mostWays
        ? []
        : before.flatMap((some) => forms.map((form) => [...some, form])),
    [[]],
  );
}
