import type { Problem } from './transcript.ts';

/** What is amiss in a file, as one line. */
export function describeProblem(file: string, { line, message }: Problem): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${message}`;
}
