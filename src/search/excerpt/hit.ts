import type { Database } from '../index/open.ts';
import { episodeOfRow } from '../index/rows.ts';
import { unpackTimes } from '../index/times.ts';
import type { Form } from '../query/forms.ts';
import { excerptOf } from './excerpt.ts';
import { closest, type Span, spansOf } from './spans.ts';

/** A passage that answers a question, as it is shown. */
export interface Hit {
  slug: string;
  /** What was indexed of the episode, so that nobody is shown what it is no longer. */
  key: string;
  kind: 'about' | 'chapter' | 'said';
  /** Names of who speaks; empty where nobody does. */
  speakers: string;
  text: string;
  /** What of the text was asked for, as offsets into it. */
  marks: Span[];
  /** When the first word that was asked for is spoken, seconds; null where nobody knows. */
  start: number | null;
  /** When what is shown ends, seconds. */
  end: number | null;
}

interface Row {
  id: number;
  slug: string;
  key: string;
  language: string;
  kind: Hit['kind'];
  speakers: string;
  text: string;
  first: number | null;
  steps: Uint8Array;
  end: number | null;
}

/** What is shown of the passages in these rows, in the same order. */
export function hitsOf(database: Database, rows: number[], wanted: Form[][]): Hit[] {
  const read = database.prepare(
    'select passage.*, slug, key, language from passage join episode on episode.id = ? where passage.id = ?',
  );
  return rows.flatMap((row) => {
    const found = read.get(episodeOfRow(row), row) as Row | undefined;
    return found ? [hitOf(found, wanted)] : [];
  });
}

function hitOf(row: Row, wanted: Form[][]): Hit {
  const { slug, key, kind, speakers, text } = row;
  const spans = spansOf(text, row.language, wanted);
  const chosen = closest(spans);
  const first = chosen[0];
  const excerpt = excerptOf(text, chosen, spans.flat(), kind === 'said' ? 10 : 1);
  const starts = unpackTimes(row.first, row.steps);
  const wordAt = (offset: number) => text.slice(0, offset).split(' ').length - 1;
  // A chapter begins where it begins, whichever word of its title was asked for.
  const isOpening = kind === 'chapter' || first === undefined;
  const start = starts[isOpening ? 0 : wordAt(first.from)] ?? null;
  const shown = { text: excerpt.text, marks: excerpt.marks };
  if (kind !== 'said') return { slug, key, kind, speakers, ...shown, start, end: null };
  const later = starts.slice(excerpt.words.to).find((one) => one !== null && one > (start ?? 0));
  return { slug, key, kind, speakers, ...shown, start, end: later ?? row.end };
}
