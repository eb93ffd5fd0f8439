import { AlongsideError } from '../episode/error.ts';
import { type Problem, type Transcript, wordsOf } from '../episode/transcript.ts';
import { type Cue, soundCues } from './captions/cue.ts';
import { decode } from './encoding/decode.ts';
import type { Format, TranscriptFormat } from './format.ts';
import { formatOf } from './formats.ts';
import { inFile } from './in-file.ts';
import { refuseEndless } from './refuse-endless.ts';
import { sumUpProblems } from './sum-up-problems.ts';
import { cuesOf } from './write/cues-of.ts';

/**
 * Reads a transcript in any format we know, told apart by content.
 *
 * @param name the file as its owner knows it, for messages only
 * @returns the transcript, what it was read as, and what was amiss but could be read over
 * @throws AlongsideError `transcript_empty`, `transcript_not_text`, `transcript_bad_encoding`,
 *   `transcript_malformed`
 */
export function readTranscript(
  bytes: Uint8Array,
  name: string,
): { transcript: Transcript; format: TranscriptFormat; problems: Problem[] } {
  return inFile(name, () => {
    const { text, problems } = decode(bytes);
    const format = formatIn(text);
    const reading = format.read(text);
    if (wordsOf(reading.transcript).next().done) throw noWords();
    return {
      transcript: reading.transcript,
      format: format.name,
      problems: inOrder([...problems, ...reading.problems]),
    };
  });
}

/**
 * The cues of a file: for a caption format those it has, as it has them; for others those we would write.
 *
 * @throws AlongsideError as `readTranscript`, and `transcript_form_unknown` where nothing is timed
 */
export function readCues(bytes: Uint8Array, name: string): { cues: Cue[]; problems: Problem[] } {
  return inFile(name, () => {
    const { text, problems } = decode(bytes);
    const format = formatIn(text);
    if (format.cues) {
      const found = format.cues(text);
      return { cues: soundCues(found.cues), problems: inOrder([...problems, ...found.problems]) };
    }
    const reading = format.read(text);
    return {
      cues: cuesOf(reading.transcript),
      problems: inOrder([...problems, ...reading.problems]),
    };
  });
}

/** The format of a text; one without end is refused, unless its own marks are most of it. */
function formatIn(text: string): Format {
  const format = formatOf(text);
  if (format.name !== 'json') refuseEndless(text, format.cues !== undefined);
  return format;
}

/** The problems of each kind that are named one by one. */
const most = 10;

/** By line; those without one come last, as they were found. */
function inOrder(problems: Problem[]): Problem[] {
  const last = Number.MAX_SAFE_INTEGER;
  const sorted = problems.sort((one, other) => (one.line ?? last) - (other.line ?? last));
  return sumUpProblems(sorted, most);
}

function noWords(): AlongsideError {
  return new AlongsideError('transcript_empty', 'There are no words in the transcript.', {
    remedy: 'Give a file that has the words of the interview in it.',
  });
}
