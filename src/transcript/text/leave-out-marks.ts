import type { Problem } from '../../episode/transcript.ts';
import type { ProseLine } from './prose-line.ts';

/** Lines that tools put between the words, and how a message calls them. */
const marks: [pattern: RegExp, called: string][] = [
  [/^\s*_[a-z]+\s?:/, 'Page marks'],
  [/^\s*Transcribed by https?:\/\/\S+\s*$/i, 'The line that names the transcriber'],
];

/** Leaves out what is none of the speech: page marks (`_page : 2`), the signature of a transcriber. */
export function leaveOutMarks(lines: ProseLine[]): { lines: ProseLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const dropped = new Set<ProseLine>();
  for (const [pattern, called] of marks) {
    const found = lines.filter(({ text }) => pattern.test(text));
    if (found.length === 0) continue;
    const count = found.length === 1 ? '' : ` (${found.length} lines)`;
    problems.push({ line: found[0]!.number, message: `${called}${count}: left out.` });
    for (const line of found) dropped.add(line);
  }
  if (dropped.size === 0) return { lines, problems };
  const kept: ProseLine[] = [];
  let opens = false;
  for (const line of lines) {
    opens ||= line.opens;
    if (dropped.has(line)) continue;
    kept.push({ ...line, opens });
    opens = false;
  }
  return { lines: kept, problems };
}
