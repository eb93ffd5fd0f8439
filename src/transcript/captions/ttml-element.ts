import type { Problem } from '../../episode/transcript.ts';

/** An element of a TTML document that can have a time: the body, a `div`, a `p` or a `span`. */
export interface TimedElement {
  name: string;
  parent: TimedElement | null;
  /** How many elements are around it. */
  depth: number;
  line: number;
  id: string;
  /** Times as written, in seconds; null where it has none. */
  begin: number | null;
  end: number | null;
  dur: number | null;
  /** Whether it has a time that cannot be read; then nothing is known of its times. */
  isCrooked: boolean;
  /** Whether its children follow one another, each counting from the end of the one before. */
  isSequence: boolean;
  /** Identifiers of who speaks, its own or inherited; null where nobody is named. */
  agents: string[] | null;
  /** Whether it is one word, however little space is around it. */
  isWord: boolean;
  /** Seconds from the start of the recording, once `resolveTtmlTimes` has found them. */
  from: number | null;
  to: number | null;
}

/** A stretch of the text of a paragraph; `\n` for a line end (`br`). */
export interface TtmlText {
  element: TimedElement;
  text: string;
  /** Whether white space counts as it stands. */
  preserve: boolean;
}

export interface TtmlParagraph {
  element: TimedElement;
  texts: TtmlText[];
}

export interface TtmlDocument {
  language: string | null;
  /** Names of agents by their identifiers; of some only that they exist is known. */
  agents: Map<string, string>;
  /** All that can have a time, in the order of the file. */
  elements: TimedElement[];
  paragraphs: TtmlParagraph[];
  /** Whether the file is of those that count all times from the start, whatever the standard says. */
  isAbsolute: boolean;
  problems: Problem[];
}
