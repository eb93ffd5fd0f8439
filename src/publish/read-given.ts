import { keepBreaks } from '../align/correct/keep-breaks.ts';
import type { Problem, Transcript } from '../episode/transcript.ts';
import { readTranscript } from '../transcript/read.ts';

/** Forms that say where a paragraph begins; captions and segments only say when something is said. */
const withParagraphs = ['text', 'markdown', 'html'];

/**
 * Reads a transcript that takes the place of another one. Where its form has no paragraphs, those of the one
 * before stay.
 *
 * @param name the file's name as the publisher knew it
 * @param before the transcript as it was published last
 * @throws AlongsideError as `readTranscript`
 */
export function readGiven(
  bytes: Uint8Array,
  name: string,
  before: Transcript | null,
): { transcript: Transcript; problems: Problem[] } {
  const { transcript, format, problems } = readTranscript(bytes, name);
  const keeps = before !== null && !withParagraphs.includes(format);
  return { transcript: keeps ? keepBreaks(transcript, before) : transcript, problems };
}
