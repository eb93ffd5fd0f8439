/**
 * What was said: turn → paragraph → word. Every format is read into this and written from it.
 *
 * Times are seconds from the start of the recording. A word has a time because someone measured it, or
 * it has none. A format that times whole cues gives the cue's start to its first word and the cue's end
 * to its last; the words between have no time of their own. A time that stands in the text now and then
 * (`[03:42]`) is an anchor: the start of the word after it.
 */
export interface Transcript {
  /** BCP 47 tag, where the file says so. */
  language: string | null;
  /** Everyone who speaks, in order of first turn. */
  speakers: Speaker[];
  turns: Turn[];
}

export interface Speaker {
  /** The label as the transcript has it (`R`); the key turns refer to. */
  label: string;
  /** The name to show (`Rich Bowen`); the label itself until someone says better. */
  name: string;
}

/** What someone says until someone else does, or until a break. */
export interface Turn {
  /** Labels of who speaks: none when the file does not say, two or more when they speak at once. */
  speakers: string[];
  paragraphs: Paragraph[];
  /** What parts it from the turn before: an advertisement, music. Left out where nothing does. */
  breakBefore?: Break;
}

/** A stretch of the recording that the transcript leaves out; when, in seconds, where it says so. */
export interface Break {
  start: number | null;
  end: number | null;
}

export interface Paragraph {
  words: Word[];
}

export interface Word {
  /** The word as written, with its punctuation, without white space. */
  text: string;
  start: number | null;
  end: number | null;
  /**
   * 0–1: how sure whoever found the word or its time is, be it our aligner or the engine that wrote the
   * transcript; null where nobody said.
   */
  confidence: number | null;
  /** Set where it is not said but belongs to a stage direction: `[laughter]`, `(sings)`. */
  direction?: true;
}

/** `none`: no word has a time. `cues`: some have. `words`: nearly every one has (at least 9 in 10). */
export type Timing = 'none' | 'cues' | 'words';

/** Something a reader of a file found amiss and went on from. */
export interface Problem {
  /** Line in the file, counted from 1; null where the format has no lines. */
  line: number | null;
  /** One plain sentence. */
  message: string;
}

/** A word without a time. */
export function untimed(text: string): Word {
  return { text, start: null, end: null, confidence: null };
}

/** Every word in order. */
export function* wordsOf(transcript: Transcript): Generator<Word> {
  for (const turn of transcript.turns) yield* wordsOfTurn(turn);
}

export function* wordsOfTurn(turn: Turn): Generator<Word> {
  for (const paragraph of turn.paragraphs) yield* paragraph.words;
}

export function timingOf(transcript: Transcript): Timing {
  let all = 0;
  let timed = 0;
  for (const word of wordsOf(transcript)) {
    all += 1;
    if (word.start !== null) timed += 1;
  }
  if (timed === 0) return 'none';
  return timed >= all * 0.9 ? 'words' : 'cues';
}

/** The names of a turn's speakers as one string, `null` where nobody is named. */
export function namesOf(turn: Turn, speakers: Speaker[]): string | null {
  const names = turn.speakers.map(
    (label) => speakers.find((speaker) => speaker.label === label)?.name ?? label,
  );
  return names.length === 0 ? null : names.join(' / ');
}

/** The same transcript with labels given their names; labels nobody names stay as they are. */
export function nameSpeakers(transcript: Transcript, names: Record<string, string>): Transcript {
  const speakers = transcript.speakers.map((speaker) => {
    const name = Object.hasOwn(names, speaker.label) ? names[speaker.label] : undefined;
    return name ? { ...speaker, name } : speaker;
  });
  return { ...transcript, speakers };
}
