import type { Problem, Transcript } from '../episode/transcript.ts';
import type { FoundCues } from './captions/cue.ts';

export type TranscriptFormat =
  | 'text'
  | 'markdown'
  | 'html'
  | 'vtt'
  | 'srt'
  | 'sbv'
  | 'ttml'
  | 'tsv'
  | 'json';

/** What a reader made of a file, and what it found amiss and went on from. */
export interface Reading {
  transcript: Transcript;
  problems: Problem[];
}

/** One format of transcripts. The text it gets is decoded and has no byte order mark. */
export interface Format {
  name: TranscriptFormat;
  /** Whether the content is in this format; file names do not count. */
  looksLike: (text: string) => boolean;
  /** Throws `AlongsideError` `transcript_malformed` only where nothing sensible can be read. */
  read: (text: string) => Reading;
  /** For formats made of cues: the cues as the file has them. */
  cues?: (text: string) => FoundCues;
}
