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
  /** What comes after the last turn and is not written out. Left out where nothing does. */
  breaksAfter?: Break[];
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
  /** What comes before it and is not written out. Left out where nothing does. */
  breaksBefore?: Break[];
}

/** Something in the recording that the transcript names but does not write out: advertisements, music. */
export interface Break {
  /** What the transcript calls it (`Break`, `Outro`); null where it only draws a line. */
  label: string | null;
  /** Seconds, where the transcript says so. */
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

/**
 * How closely the words are timed. `none`: not at all. `anchors`: a word now and then, fewer than one in 40,
 * which is too far apart for captions. `cues`: some. `words`: nearly every one, at least 9 in 10, or most of
 * those that are timed by themselves, from start to end; the others are then not spoken.
 */
export type Timing = 'none' | 'anchors' | 'cues' | 'words';

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
  for (const { paragraphs } of transcript.turns) {
    for (const { words } of paragraphs) {
      // One by one: delegating to an array's iterator costs several times as much.
      for (const word of words) yield word;
    }
  }
}

export function* wordsOfTurn(turn: Turn): Generator<Word> {
  for (const { words } of turn.paragraphs) {
    for (const word of words) yield word;
  }
}

export function timingOf(transcript: Transcript): Timing {
  let all = 0;
  let timed = 0;
  let whole = 0;
  for (const word of wordsOf(transcript)) {
    all += 1;
    if (word.start === null) continue;
    timed += 1;
    if (word.end !== null) whole += 1;
  }
  if (timed === 0) return 'none';
  if (timed >= all * 0.9) return 'words';
  if (timed * 40 < all) return 'anchors';
  return whole >= timed * 0.7 ? 'words' : 'cues';
}

/**
 * The same transcript with its labels under these names. Labels of the same name are one speaker, under the
 * first of them.
 *
 * @param named labels with their names; those that are not among them keep the names they have
 */
export function nameSpeakers(transcript: Transcript, named: Speaker[]): Transcript {
  const names = new Map(named.map(({ label, name }) => [label, name]));
  const first = new Map<string, Speaker>();
  const labels = new Map<string, string>();
  for (const { label, name: own } of transcript.speakers) {
    const name = names.get(label) ?? own;
    const speaker = first.get(name) ?? { label, name };
    first.set(name, speaker);
    labels.set(label, speaker.label);
  }
  const speakers = [...first.values()];
  if (speakers.length === transcript.speakers.length) return { ...transcript, speakers };
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    speakers: [...new Set(turn.speakers.map((label) => labels.get(label) ?? label))],
  }));
  return { ...transcript, speakers, turns };
}
