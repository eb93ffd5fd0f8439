import type { Break, Paragraph, Transcript, Word } from '../../src/episode/transcript.ts';

/**
 * A transcript as one string a turn, `label|paragraph|paragraph`, and one a break, `– label start–end`. Times
 * stand behind words, `{start–end}`, and `°` marks stage directions.
 */
export function printTurns({ transcript }: { transcript: Transcript }): string[] {
  const printed = transcript.turns.flatMap(({ breaksBefore = [], speakers, paragraphs }) => [
    ...breaksBefore.map(printBreak),
    [speakers.join('+'), ...paragraphs.map(printParagraph)].join('|'),
  ]);
  return [...printed, ...(transcript.breaksAfter ?? []).map(printBreak)];
}

function printParagraph({ words }: Paragraph): string {
  return words.map(printWord).join(' ');
}

function printWord({ text, start, end, direction }: Word): string {
  const times =
    start === null && end === null ? '' : `{${start ?? ''}${end === null ? '' : `–${end}`}}`;
  return `${text}${times}${direction ? '°' : ''}`;
}

function printBreak({ label, start, end }: Break): string {
  const times = [start, end].filter((time) => time !== null).join('–');
  return ['–', label ?? '', times].filter((part) => part !== '').join(' ');
}
