import type { Problem } from '../../episode/transcript.ts';

/**
 * Says once what is amiss in many places: the first place stays named, the others are counted. A file that
 * gets one thing wrong tends to get it wrong in every segment.
 */
export function sumUpProblems(problems: Problem[]): Problem[] {
  const first = new Map<string, { problem: Problem; more: number }>();
  for (const problem of problems) {
    const complaint = problem.message.replace(/^(?:Segment|Word) \d+ /, '');
    const known = first.get(complaint);
    if (known === undefined) first.set(complaint, { problem, more: 0 });
    else known.more += 1;
  }
  return Array.from(first.values(), ({ problem, more }) =>
    more === 0
      ? problem
      : { ...problem, message: `${problem.message} The same goes for ${more} more.` },
  );
}
