import { textOf } from '../../episode/segment.ts';
import type { Transcript } from '../../episode/transcript.ts';
import { timedSegments } from './cues-of.ts';
import { speakerNames } from './speaker-names.ts';

/**
 * The podcast namespace's JSON, a segment for every word that has a time (words without one ride along),
 * a segment a line. Times are seconds to the millisecond; the speaker is empty where nobody is named.
 *
 * @throws AlongsideError `transcript_form_unknown` where no word has a time
 */
export function writeJson(transcript: Transcript): string {
  const nameOf = speakerNames(transcript);
  const segments = timedSegments(transcript).map(({ turn, words, start, end }) =>
    JSON.stringify({
      speaker: nameOf(turn),
      startTime: milliseconds(start),
      endTime: milliseconds(end),
      body: textOf(words),
    }),
  );
  return `{"version":"1.0.0","segments":[\n${segments.join(',\n')}\n]}\n`;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
