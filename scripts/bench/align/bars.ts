import type { Row } from '../print-table.ts';
import type { Score } from './score.ts';

/** What is asked of the aligner: at most so many ms, at least so many per cent. */
export type Bars = Partial<Omit<Score, 'rows'>>;

export const bars = {
  clean: { median: 16, p90: 45, within100: 98.5, within200: 99.5 },
  present: { within200: 99 },
  dropped: { within200: 98 },
  hard: { within200: 95 },
  sentences: { p90: 25, within100: 100 },
  lines: { within100: 98, within200: 99.5 },
} satisfies Record<string, Bars>;

const figures: [keyof Bars, what: string, unit: string, bar: string][] = [
  ['median', 'median', 'ms', 'at most'],
  ['p90', 'p90', 'ms', 'at most'],
  ['within100', 'within 100 ms', '%', 'at least'],
  ['within200', 'within 200 ms', '%', 'at least'],
];

/** A row for each figure that has a bar, beside that. */
export function rowsOf(what: string, score: Score, asked: Bars): Row[] {
  return figures.flatMap(([key, figure, unit, bar]) => {
    const known = asked[key];
    if (known === undefined) return [];
    // Rounded down, so that nothing looks as if it reached a bar that it missed.
    const value = unit === '%' ? Math.floor(score[key] * 10) / 10 : score[key];
    return [{ what: `${what}: ${figure}`, value, unit, known: { what: bar, value: known } }];
  });
}
