import type { Form } from '../query/forms.ts';
import { elides, tokensOf } from '../words/tokens.ts';

/** A stretch of text: offset of its first character, and of the one after its last. */
export interface Span {
  from: number;
  to: number;
}

/** Something wanted where it stands in a text. */
export interface FoundSpan extends Span {
  /** Whether it is not there as it was written, but in another form. */
  isOtherForm: boolean;
  /** The place of its first word among those of the text, and how many it has; none of a compound. */
  at: number;
  words: number;
}

/**
 * Where in a text stands what is wanted.
 *
 * @param wanted for each thing its forms
 * @returns for each thing its spans, in the order of the text
 */
export function spansOf(text: string, language: string, wanted: Form[][]): FoundSpan[][] {
  const { tokens, compounds } = tokensOf(text, elides(language));
  const words = tokens.map((token) => token.text);
  const spansOfForm = ({ column, terms, written = terms }: Form): FoundSpan[] => {
    if (column === 'compound') {
      const same = compounds.filter((one) => one.text === terms[0]);
      return same.map(({ from, to }) => ({ from, to, isOtherForm: false, at: -1, words: 0 }));
    }
    const isOtherForm = terms.some((term, at) => term !== written[at]);
    return runsOf(words, terms).map((at) => ({
      from: tokens[at]?.from ?? 0,
      to: tokens[at + terms.length - 1]?.to ?? 0,
      isOtherForm,
      at,
      words: terms.length,
    }));
  };
  return wanted.map((forms) => forms.flatMap(spansOfForm).sort(byPlace));
}

/** Where a run of terms begins in a list of them. */
function runsOf(all: string[], terms: string[]): number[] {
  const runs: number[] = [];
  for (let at = all.indexOf(terms[0] ?? ''); at !== -1; at = all.indexOf(terms[0] ?? '', at + 1)) {
    if (terms.every((term, more) => all[at + more] === term)) runs.push(at);
  }
  return terms.length === 0 ? [] : runs;
}

/** Characters by which another form of a word counts as further away. */
const otherForm = 40;

/**
 * Of each thing one span, so that they stand as close together as can be, as they were written if possible.
 *
 * @returns in the order of the text; what is not there at all is left out
 */
export function closest(spans: FoundSpan[][]): FoundSpan[] {
  const there = spans.filter((some) => some.length > 0);
  const seldom = there.reduce<FoundSpan[]>(
    (least, some) => (least.length === 0 || some.length < least.length ? some : least),
    [],
  );
  let best: FoundSpan[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const anchor of seldom) {
    const chosen = there.map((some) => (some === seldom ? anchor : nearest(some, anchor)));
    const first = Math.min(...chosen.map(({ from }) => from));
    const others = chosen.filter(({ isOtherForm }) => isOtherForm).length;
    const wide = Math.max(...chosen.map(({ to }) => to)) - first + others * otherForm;
    if (wide < least) [best, least] = [chosen, wide];
  }
  return best.toSorted(byPlace);
}

function nearest(spans: FoundSpan[], to: Span): FoundSpan {
  const away = ({ from, isOtherForm }: FoundSpan) =>
    Math.abs(from - to.from) + (isOtherForm ? otherForm : 0);
  return spans.reduce((best, span) => (away(span) < away(best) ? span : best));
}

function byPlace(one: Span, other: Span): number {
  return one.from - other.from || one.to - other.to;
}
