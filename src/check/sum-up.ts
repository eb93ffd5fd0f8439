import type { Finding } from './finding.ts';

/** Findings of one rule that are told one by one. */
const most = 10;
const weight = { error: 0, warning: 1, advice: 2 };

/** Errors first; of what is amiss in every episode, the first ones and how many more there are. */
export function sumUp(findings: Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings
    .filter(({ rule }) => {
      told.set(rule, (told.get(rule) ?? 0) + 1);
      return told.get(rule)! <= most;
    })
    .map((one, index, kept) => {
      const more = counts.get(one.rule)! - most;
      const isLast = kept.findLastIndex(({ rule }) => rule === one.rule) === index;
      if (more <= 0 || !isLast) return one;
      return { ...one, found: `${one.found} And ${more} more like this.` };
    })
    .toSorted((one, other) => weight[one.severity] - weight[other.severity]);
}
