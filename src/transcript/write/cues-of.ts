import { AlongsideError } from '../../episode/error.ts';
import { type Segment, segmentsOf, textOf } from '../../episode/segment.ts';
import { type Transcript, timingOf } from '../../episode/transcript.ts';
import type { Cue } from '../captions/cue.ts';
import { groupPhrases, type Room } from './group-phrases.ts';

/**
 * The cues we write for a timed transcript: phrases where words have their own times, otherwise the cues
 * it came with. The text is plain.
 *
 * @throws AlongsideError `transcript_form_unknown` where no word has a time
 */
export function cuesOf(transcript: Transcript): Cue[] {
  return phrasesOf(transcript, { width: 65, lines: 2 }).map(({ words, start, end }, at) => ({
    id: String(at + 1),
    start,
    end,
    text: textOf(words),
  }));
}

/** Phrases that fit the room where the times of words allow it. Throws as `cuesOf` does. */
export function phrasesOf(transcript: Transcript, room: Room): Segment[] {
  const segments = timedSegments(transcript);
  return timingOf(transcript) === 'words' ? groupPhrases(segments, room) : segments;
}

/** `segmentsOf`, which must not be none. Throws as `cuesOf` does. */
export function timedSegments(transcript: Transcript): Segment[] {
  const segments = segmentsOf(transcript);
  if (segments.length > 0) return segments;
  throw new AlongsideError('transcript_form_unknown', 'This transcript has no times.', {
    remedy: 'Ask for html, md or txt, or align it with its recording first (npm run align).',
  });
}
