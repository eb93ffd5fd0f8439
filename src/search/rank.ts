import { closest, type FoundSpan, spansOf } from './excerpt/spans.ts';
import type { Database } from './index/open.ts';
import { episodeOfRow, nextRow } from './index/rows.ts';
import type { Form } from './query/forms.ts';
import { isOneThing, leastStrict, nearby } from './query/match.ts';

/** Where a passage stands among the results: how closely it answers, 0 for the very words, and its row. */
export interface Place {
  strictness: number;
  row: number;
}

/**
 * Puts passages in order: those first that have the words just so, then near each other, then any form of them
 * near each other; and of these the newest. What the next passage has as well is left to it.
 */
export function rankRows(database: Database, rows: number[], wanted: Form[][]): Place[] {
  const read = reading(database);
  const all = new Set(rows);
  const isAnyAlike = isOneThing(wanted);
  const places = rows.flatMap((row): Place[] => {
    const passage = read(row);
    if (all.has(nextRow(row)) && isLeftToNext(passage, wanted)) return [];
    return [{ strictness: isAnyAlike ? leastStrict : strictnessIn(passage, wanted), row }];
  });
  return places.sort((one, other) => (isAfter(one, other) ? 1 : -1));
}

/** Leaves out the passages whose answer the next one has whole, as long as nothing is unwanted in it. */
export function withoutLeftToNext(
  database: Database,
  rows: number[],
  forms: { all: Form[][]; none: Form[][] },
): number[] {
  if (forms.none.length > 0) return rows;
  const read = reading(database);
  return rows.filter((row) => !isLeftToNext(read(row), forms.all));
}

interface Passage {
  text: string;
  own_length: number;
  language: string;
}

function reading(database: Database): (row: number) => Passage {
  const read = database.prepare(
    'select text, own_length, language from passage join episode on episode.id = ? where passage.id = ?',
  );
  return (row) => read.get(episodeOfRow(row), row) as unknown as Passage;
}

/** Whether all that was asked for is at the very end, which is also the beginning of the next passage. */
function isLeftToNext({ text, language, own_length }: Passage, wanted: Form[][]): boolean {
  if (own_length >= text.length) return false;
  const first = closest(spansOf(text, language, wanted))[0];
  return first !== undefined && first.from >= own_length;
}

export function isAfter(one: Place, other: Place): boolean {
  return (
    one.strictness - other.strictness > 0 ||
    (one.strictness === other.strictness && one.row < other.row)
  );
}

function strictnessIn({ text, language }: Passage, wanted: Form[][]): number {
  const inWords = spansOf(text, language, wanted).map((some) => some.filter(({ at }) => at !== -1));
  const written = inWords.map((some) => some.filter(({ isOtherForm }) => !isOtherForm));
  if (isRun(written)) return 0;
  if (isNear(written)) return 1;
  return isNear(inWords) ? 2 : leastStrict;
}

/** Whether all stand one after the other. */
function isRun([first = [], ...others]: FoundSpan[][]): boolean {
  return first.some((span) => {
    let next = span.at + span.words;
    return others.every((some) => {
      const found = some.find(({ at }) => at === next);
      next += found?.words ?? 0;
      return found !== undefined;
    });
  });
}

/** Whether all stand with no more than a few words between them, as NEAR of FTS5 has it. */
function isNear(all: FoundSpan[][]): boolean {
  if (all.length < 2 || all.some((some) => some.length === 0)) return false;
  const seldom = all.reduce((least, some) => (some.length < least.length ? some : least));
  return seldom.some((anchor) => {
    const chosen = all.map((some) => (some === seldom ? anchor : nearest(some, anchor)));
    const first = Math.min(...chosen.map(({ at, words }) => at + words));
    const last = Math.max(...chosen.map(({ at }) => at));
    return last - first <= nearby;
  });
}

function nearest(spans: FoundSpan[], { at }: FoundSpan): FoundSpan {
  const away = (span: FoundSpan) => Math.abs(span.at - at);
  return spans.reduce((best, span) => (away(span) < away(best) ? span : best));
}
