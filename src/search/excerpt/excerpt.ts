import { endsSentence } from '../../episode/ends-sentence.ts';
import type { Span } from './spans.ts';

/** Words shown on either side of what was found, and of a passage in which nothing was to be found. */
const around = 24;

/** What is shown of a passage. */
export interface Excerpt {
  /** Sentences, with an ellipsis where something is left out between them. */
  text: string;
  /** What was found, as offsets into this text. */
  marks: Span[];
  /** The words shown, counted in the passage: the first, and the one after the last. */
  words: Span;
}

interface Word extends Span {
  /** Whether a sentence or a line ends after it. */
  ends: boolean;
}

/**
 * The sentences of a passage around what was found.
 *
 * @param chosen the spans to be shown, in the order of the text
 * @param spans all that were found
 * @param least words of which a sentence says something by itself; a shorter one is shown with its neighbour
 */
export function excerptOf(passage: string, chosen: Span[], spans: Span[], least: number): Excerpt {
  const words = wordsOf(passage);
  const places = chosen.length > 0 ? chosen.map((span) => wordsUnder(words, span)) : [opening];
  const pieces = joined(places.map((place) => sentenceAround(words, place, least)));
  let text = '';
  const marks: Span[] = [];
  for (const [at, { from, to }] of pieces.entries()) {
    const start = words[from]?.from ?? 0;
    const end = words[to - 1]?.to ?? start;
    const isCut = at > 0 || (from > 0 && !words[from - 1]?.ends);
    text += `${at > 0 ? ' ' : ''}${isCut ? '… ' : ''}`;
    const shift = text.length - start;
    const within = spans.filter((span) => span.from >= start && span.to <= end);
    marks.push(...within.map((span) => ({ from: span.from + shift, to: span.to + shift })));
    text += passage.slice(start, end).replaceAll('\n', ' ');
    if (at === pieces.length - 1 && to < words.length && !words[to - 1]?.ends) text += ' …';
  }
  const shown = { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0 };
  return { text, marks: apart(marks), words: shown };
}

const opening: Span = { from: 0, to: 1 };

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[^ \n]+/g), ({ 0: word, index }) => {
    const to = index + word.length;
    return { from: index, to, ends: text[to] === '\n' || endsSentence(word) };
  });
}

function wordsUnder(words: Word[], span: Span): Span {
  const from = words.findIndex((word) => word.to > span.from);
  const to = words.findLastIndex((word) => word.from < span.to) + 1;
  return { from, to: Math.max(to, from + 1) };
}

/** From the sentence's beginning to its end, with a neighbour where it is short, and no further than is read at a glance. */
function sentenceAround(words: Word[], { from: first, to: last }: Span, least: number): Span {
  let from = first;
  let to = last;
  const widen = () => {
    while (from > 0 && first - from < around && !words[from - 1]?.ends) from -= 1;
    while (to < words.length && to - last < around && !words[to - 1]?.ends) to += 1;
  };
  widen();
  if (to - from < least && to < words.length) {
    to += 1;
    widen();
  }
  if (to - from < least && from > 0) {
    from -= 1;
    widen();
  }
  return { from, to };
}

/** Pieces in order, those that touch as one. */
function joined(pieces: Span[]): Span[] {
  const all: Span[] = [];
  for (const piece of pieces.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else all.push({ ...piece });
  }
  return all;
}

/** Marks in order, those that overlap as one. */
function apart(marks: Span[]): Span[] {
  const all: Span[] = [];
  for (const mark of marks.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && mark.from < last.to) last.to = Math.max(last.to, mark.to);
    else all.push({ ...mark });
  }
  return all;
}
