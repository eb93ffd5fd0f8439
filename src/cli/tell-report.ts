import { describeCorrection } from '../episode/correction.ts';
import { describeAlignment } from '../episode/describe-alignment.ts';
import { describeProblem } from '../episode/describe-problem.ts';
import type { JobNews } from './follow-job.ts';

/** What publishing has to say: what was chosen and why, what came of the transcript, what is amiss. */
export function tellReport({ report, slug }: JobNews, say: (line: string) => void) {
  for (const { field, value, from } of report?.chose ?? []) {
    say(`${field}: ${oneLine(value)}  (from ${from})`);
  }
  say(`slug: ${slug}`);
  for (const problem of report?.problems ?? []) say(describeProblem('Transcript', problem));
  if (report?.correction) say(describeCorrection(report.correction));
  if (report?.alignment) for (const line of describeAlignment(report.alignment)) say(line);
  for (const warning of report?.warnings ?? []) say(warning);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
