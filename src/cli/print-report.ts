import type { Report } from '../check/check-feed.ts';
import type { Finding } from '../check/finding.ts';

/** A report for people: the show first, then each episode; the counts at the end. */
export function printReport({ url, findings, looked }: Report): string {
  const { episodes, opened, heard } = looked;
  const head = `${url}\n${episodes} episodes; looked at the files of ${opened}, listened to ${heard}.`;
  const blocks = titlesIn(findings).map((title) => {
    const group = findings.filter(({ episode }) => (episode?.title ?? null) === title);
    return [title ?? 'The show', ...group.map(printFinding)].join('\n');
  });
  return `${[head, ...blocks, countFindings(findings)].join('\n\n')}\n`;
}

/** The episodes that findings concern, the show itself (null) before them. */
function titlesIn(findings: Finding[]): (string | null)[] {
  const titles = new Set(findings.map(({ episode }) => episode?.title ?? null));
  return [...titles].toSorted((one, other) => Number(one !== null) - Number(other !== null));
}

/** One finding on three lines. */
export function printFinding({ severity, rule, source, where, found, remedy }: Finding): string {
  return `  ${severity}: ${found}\n    ${where}\n    ${remedy} (${rule}; ${source})`;
}

/** As in `2 errors, 1 warning, 3 pieces of advice.` */
export function countFindings(findings: Finding[]): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((one) => one.severity === severity).length;
  const [errors, warnings, advice] = [count('error'), count('warning'), count('advice')];
  if (findings.length === 0) return 'Nothing to find fault with.';
  return [
    errors === 1 ? '1 error' : `${errors || 'no'} errors`,
    warnings === 1 ? '1 warning' : `${warnings || 'no'} warnings`,
    advice === 1 ? '1 piece of advice' : `${advice || 'no'} pieces of advice`,
  ]
    .join(', ')
    .replace(/^n/, 'N')
    .concat('.');
}
