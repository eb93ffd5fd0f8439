/** One way in which speech is written as JSON. */
export interface Dialect {
  /** As its makers call it; the message about unknown JSON lists it. */
  name: string;
  /** Whether the value has the shape of this dialect. */
  fits: (json: unknown) => boolean;
  /** Reads a value that fits. What cannot be used is reported, never thrown. */
  read: (json: unknown, report: Report) => Spoken;
}

/** Takes one plain sentence on something amiss; `Segment 7 …` and `Word 7 …` are summed up by what follows. */
export type Report = (message: string) => void;

/** What a file holds, before it is cut into cues. */
export interface Spoken {
  passages: Passage[];
  /** BCP 47 tag, where the file says so. */
  language: string | null;
  /** Set where passages run beside one another, as the channels of a call do. */
  parallel?: true;
  /** Set where the text itself may name who speaks (`Name: text`), as captions do. */
  labelled?: true;
}

/** A stretch of speech as the file has it: a segment, an utterance, a whole channel. Times are seconds. */
export interface Passage {
  /** How a message calls it: `Segment 12`. */
  called: string;
  /** Who speaks where a word does not say: none when nobody is named, null for whoever spoke before. */
  speakers: string[] | null;
  start: number | null;
  end: number | null;
  /** Its text as written; null where only the words are given. */
  text: string | null;
  /** Its words, where the file has them one by one; the passage's own times then yield to theirs. */
  words: SaidWord[];
  /** Whether a paragraph begins here; left out, a silence decides. */
  opensParagraph?: boolean;
  /** Of a passage that is a single word and has no `words`. */
  confidence?: number | null;
}

/** A word, part of one, or a mark, as an engine lists it. */
export interface SaidWord {
  text: string;
  start: number | null;
  end: number | null;
  confidence: number | null;
  /** Left out where it does not say: then whoever said the word before. */
  speakers?: string[];
  /** Set where nothing parts it from the item before or after it, as with punctuation. */
  joins?: 'before' | 'after';
  /** Whether a paragraph begins here; left out, a silence decides. */
  opensParagraph?: boolean;
  /** Set where the engine says that it heard a sound and not speech. */
  direction?: true;
}
