import type { TranscriptForm } from '../episode/episode.ts';
import type { Transcript } from '../episode/transcript.ts';
import { writeHtml } from './write/write-html.ts';
import { writeJson } from './write/write-json.ts';
import { writeMarkdown } from './write/write-markdown.ts';
import { writeSrt } from './write/write-srt.ts';
import { writeText } from './write/write-text.ts';
import { writeVtt } from './write/write-vtt.ts';

/**
 * Prints a transcript in a form, speakers by their names.
 *
 * @throws AlongsideError `transcript_form_unknown` where the form needs times and no word has one
 */
export function writeTranscript(transcript: Transcript, form: TranscriptForm): string {
  return forms[form].write(transcript);
}

/** The media type of a form, without parameters: what feeds name and directories compare. */
export function mediaTypeOf(form: TranscriptForm): string {
  return forms[form].type;
}

interface Form {
  type: string;
  write: (transcript: Transcript) => string;
}

const forms: Record<TranscriptForm, Form> = {
  vtt: { type: 'text/vtt', write: writeVtt },
  srt: { type: 'application/x-subrip', write: writeSrt },
  json: { type: 'application/json', write: writeJson },
  html: { type: 'text/html', write: writeHtml },
  md: { type: 'text/markdown', write: writeMarkdown },
  txt: { type: 'text/plain', write: writeText },
};
