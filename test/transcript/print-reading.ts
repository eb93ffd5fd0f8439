import type { Break, Paragraph, Word } from '../../src/episode/transcript.ts';
import type { Reading } from '../../src/transcript/format.ts';
import { speakerNames } from '../../src/transcript/write/speaker-names.ts';

/**
 * A reading as text to compare: speakers, a line a paragraph, times behind the words that have them, `°`
 * behind those of stage directions, breaks in their places.
 */
export function printReading({ transcript, problems }: Reading): string {
  const nameOf = speakerNames(transcript);
  const turns = transcript.turns.flatMap((turn) => {
    const name = nameOf(turn) || '(nobody)';
    const said = `${name}\n${turn.paragraphs.map(printParagraph).join('\n')}\n`;
    return [...(turn.breaksBefore ?? []).map(printBreak), said];
  });
  const last = (transcript.breaksAfter ?? []).map(printBreak);
  const amiss = problems.map(({ line, message }) => `! ${line ?? '-'}: ${message}\n`);
  return [...turns, ...last, amiss.join('')].join('\n');
}

function printBreak({ label, start, end }: Break): string {
  const times = start === null ? '' : ` {${start}–${end ?? ''}}`;
  return `— ${label ?? ''}${times} —\n`;
}

function printParagraph({ words }: Paragraph): string {
  return `  ${words.map(printWord).join(' ')}`;
}

function printWord({ text, start, end, confidence, direction }: Word): string {
  const mark = direction ? '°' : '';
  if (start === null && end === null) return text + mark;
  const sure = confidence === null ? '' : ` ${confidence}`;
  return `${text}${mark}{${start ?? ''}–${end ?? ''}${sure}}`;
}
