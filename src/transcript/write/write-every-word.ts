import type { Transcript, Turn, Word } from '../../episode/transcript.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * The podcast namespace's JSON with a segment for every single word, timed or not, a segment a line. Times
 * are seconds to the millisecond, null where the word has none, and so is the confidence; the speaker is
 * empty where nobody is named.
 */
export function writeEveryWord(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const segments: string[] = [];
  for (const turn of transcript.turns) {
    for (const segment of segmentsOf(turn, nameOf(turn))) segments.push(segment);
  }
  return `{"version":"1.0.0","segments":[\n${segments.join(',\n')}\n]}\n`;
}

function segmentsOf({ paragraphs }: Turn, speaker: string): string[] {
  return paragraphs.flatMap(({ words }) => words.map((word) => segment(word, speaker)));
}

function segment({ text, start, end, confidence }: Word, speaker: string): string {
  return JSON.stringify({
    speaker,
    startTime: toThousandths(start),
    endTime: toThousandths(end),
    body: text,
    confidence: toThousandths(confidence),
  });
}

function toThousandths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
