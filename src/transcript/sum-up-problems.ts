import type { Problem } from '../episode/transcript.ts';

/**
 * Says what is amiss in many places a few times only: after the first places the others are counted. A file
 * that gets one thing wrong tends to get it wrong all over.
 *
 * @param most how many places of each kind are named
 */
export function sumUpProblems(problems: Problem[], most = 1): Problem[] {
  const kinds = new Map<string, { last: Problem; count: number }>();
  const named: Problem[] = [];
  for (const problem of problems) {
    const kind = problem.message.replace(/^(?:Segment|Word) \d+ /, '');
    const known = kinds.get(kind) ?? { last: problem, count: 0 };
    known.count += 1;
    kinds.set(kind, known);
    if (known.count > most) continue;
    known.last = { ...problem };
    named.push(known.last);
  }
  for (const { last, count } of kinds.values()) {
    if (count > most) last.message += ` The same goes for ${count - most} more.`;
  }
  return named;
}
