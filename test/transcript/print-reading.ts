import { namesOf, type Paragraph, type Word } from '../../src/episode/transcript.ts';
import type { Reading } from '../../src/transcript/format.ts';

/** A reading as text to compare: speakers, a line a paragraph, times behind the words that have them. */
export function printReading({ transcript, problems }: Reading): string {
  const turns = transcript.turns.map((turn) => {
    const name = namesOf(turn, transcript.speakers) ?? '(nobody)';
    return `${name}\n${turn.paragraphs.map(printParagraph).join('\n')}\n`;
  });
  const amiss = problems.map(({ line, message }) => `! ${line ?? '-'}: ${message}\n`);
  return [...turns, amiss.join('')].join('\n');
}

function printParagraph({ words }: Paragraph): string {
  return `  ${words.map(printWord).join(' ')}`;
}

function printWord({ text, start, end, confidence }: Word): string {
  if (start === null && end === null) return text;
  const sure = confidence === null ? '' : ` ${confidence}`;
  return `${text}{${start ?? ''}–${end ?? ''}${sure}}`;
}
