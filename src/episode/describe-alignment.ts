import type { Alignment, Shift, Unspoken, Unwritten } from './alignment.ts';
import { clock } from './timecode.ts';

/** Lines about one kind of thing; whoever has more of them sees the pattern by then. */
const mostLines = 10;

const whatOfShifts =
  'They were kept. To have them found in the sound instead, give the transcript without times (npm run transcript -- FILE --to txt).';

/**
 * What came of an alignment that was made, as lines for its publisher: coverage first, then what is on one
 * side only, then what is doubtful. None where it was refused or failed: see `whyUntimed`.
 */
export function describeAlignment(alignment: Alignment): string[] {
  const { verdict, unwritten, unspoken, uncertain, shifts } = alignment;
  if (verdict === 'refused' || verdict === 'failed') return [];
  return [
    coverage(alignment),
    ...shorten(shifts.map(describeShift)),
    ...(shifts.length > 0 ? [whatOfShifts] : []),
    ...shorten(unwritten.map(describeUnwritten)),
    ...shorten(unspoken.map(describeUnspoken)),
    ...shorten(
      uncertain.map((stretch) => `${fromTo(stretch)} words placed without much certainty.`),
    ),
  ];
}

/** Why no times were computed and what to do about it; null where they were. */
export function whyUntimed({ verdict, reason }: Alignment): string | null {
  if (verdict !== 'refused' && verdict !== 'failed') return null;
  return `No times were computed. ${reason ?? ''} The transcript stays as given.`;
}

function coverage({ verdict, words, found }: Alignment): string {
  const of = `${count(found)} of ${count(words)} words`;
  if (verdict === 'aligned') return `Timed ${of}.`;
  return `The transcript brought its times; ${of} were found in the sound.`;
}

function describeShift({ start, end, late }: Shift): string {
  const way = late > 0 ? 'late' : 'ahead';
  return `Your transcript’s times run ${Math.abs(late).toFixed(1)} s ${way} from ${clock(start)} to ${clock(end)}.`;
}

function describeUnwritten(stretch: Unwritten): string {
  const { heard } = stretch;
  return `${fromTo(stretch)} ${heard === 'speech' ? 'speech not in the transcript' : heard}.`;
}

function describeUnspoken({ words, begins, after }: Unspoken): string {
  const where = after === 0 ? 'at the beginning' : `after ${clock(after)}`;
  const what = words === 1 ? '1 word' : `${count(words)} words`;
  return `${what} of the transcript not heard ${where}: “${begins}”.`;
}

function fromTo({ start, end }: { start: number; end: number }): string {
  return `${clock(start)}–${clock(end)}`;
}

function shorten(lines: string[]): string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `and ${count(lines.length - mostLines)} more like this.`];
}

function count(number: number): string {
  return number.toLocaleString('en');
}
