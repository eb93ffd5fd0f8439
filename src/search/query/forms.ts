import { stem } from '../words/stem.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import type { Wanted } from './query.ts';

/**
 * How something that is wanted may stand in a text: any of these will do. Each is a run of terms of one
 * column, one after the other.
 */
export interface Form {
  column: 'words' | 'compound';
  terms: string[];
  /** The terms as they were asked for, where another form of them will do. */
  written?: string[];
}

/** What the index knows that a question does not say. */
export interface Vocabulary {
  /** The languages it holds, as `stemmerName` names them. */
  languages: string[];
  /** The words that begin so, the most used first. */
  beginningWith(beginning: string): string[];
  /** The words of a language that have this stem, the most used first. */
  withStem(stem: string, language: string): string[];
  /** Whether anybody says this word. */
  isSaid(word: string): boolean;
  /** Whether anything that was written with a hyphen is this as one word. */
  hasCompound(compound: string): boolean;
}

/** Forms of one thing that are looked for; more are hardly ever said. */
const mostForms = 24;
/** Parts of a word that are looked for in other forms; longer ones are names of something. */
const mostInflected = 4;

/**
 * The forms of something wanted, as far as anybody says them. A question has no language, so its words are
 * taken for words of every language that is there.
 */
export function formsOf(wanted: Wanted, vocabulary: Vocabulary): Form[] {
  const isThere = ({ column, terms }: Form) =>
    column === 'compound'
      ? vocabulary.hasCompound(terms[0] ?? '')
      : terms.every((term) => vocabulary.isSaid(term));
  const forms = [...inWords(wanted, vocabulary), ...asCompound(wanted)].filter(isThere);
  return unique(forms).slice(0, mostForms);
}

function inWords({ text, as }: Wanted, vocabulary: Vocabulary): Form[] {
  const readings = readingsOf(text);
  if (as === 'phrase')
    return readings.map((tokens) => ({ column: 'words', terms: textsOf(tokens) }));
  if (as === 'beginning') {
    const terms = textsOf(readings[0] ?? []);
    const words = vocabulary.beginningWith(terms.pop() ?? '');
    return words.map((word) => ({ column: 'words', terms: [...terms, word] }));
  }
  return readings.flatMap((tokens) => {
    const written = textsOf(tokens);
    const isShort = tokens.length <= mostInflected;
    const ways = isShort ? combinations(tokens.map((token) => formsOfWord(token, vocabulary))) : [];
    return [written, ...ways].map((terms): Form => ({ column: 'words', terms, written }));
  });
}

/** `don’t` is one word in English, `l’interview` is two in French. */
function readingsOf(text: string): Token[][] {
  const together = tokensOf(text, false).tokens;
  const apart = tokensOf(text, true).tokens;
  return apart.length === together.length ? [together] : [together, apart];
}

function formsOfWord({ base, text }: Token, vocabulary: Vocabulary): string[] {
  const others = vocabulary.languages.flatMap((language) =>
    vocabulary.withStem(stem(base, language), language),
  );
  return [...new Set([text, ...others])];
}

/** Every way to take one of each; as it is written where there are too many. */
function combinations(choices: string[][]): string[][] {
  return choices.reduce<string[][]>(
    (before, words) =>
      before.length * words.length > mostForms
        ? before.map((some) => [...some, words[0] ?? ''])
        : before.flatMap((some) => words.map((word) => [...some, word])),
    [[]],
  );
}

/** `open-source`, and `opensource`, as it is written with a hyphen and without. */
function asCompound({ text, as }: Wanted): Form[] {
  if (as === 'beginning' || /\s/.test(text.trim())) return [];
  const { tokens, compounds } = tokensOf(text, false);
  const whole = compounds[0]?.text ?? (tokens.length === 1 ? tokens[0]?.text : undefined);
  if (whole === undefined) return [];
  const compound: Form = { column: 'compound', terms: [whole] };
  return compounds.length > 0 ? [compound, { column: 'words', terms: [whole] }] : [compound];
}

function textsOf(tokens: Token[]): string[] {
  return tokens.map((token) => token.text);
}

function unique(forms: Form[]): Form[] {
  const byTerms = new Map<string, Form>();
  for (const form of forms) {
    const name = `${form.column} ${form.terms.join(' ')}`;
    if (!byTerms.has(name)) byTerms.set(name, form);
  }
  return [...byTerms.values()];
}
