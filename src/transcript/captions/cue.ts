import type { Problem, Word } from '../../episode/transcript.ts';

/** A caption as its format has it. Times are seconds; the text is as written, tags and all. */
export interface Cue {
  /** Its identifier or number; empty where it has none. */
  id: string;
  start: number;
  end: number;
  text: string;
}

/** A cue as it stands in a file, whatever the state of its time line. */
export interface FoundCue {
  id: string;
  start: number | null;
  end: number | null;
  text: string;
  /** Line of its times, counted from 1. */
  line: number;
  /** Whether the format itself accepts the time line; if not, times are our reading of it, or null. */
  sound: boolean;
  /** Words the format does not count as its text, though they are: such as stand beside the times. */
  beside?: string;
}

export interface FoundCues {
  cues: FoundCue[];
  problems: Problem[];
}

/** A cue as speech: what `joinCues` makes a transcript of. */
export interface SpokenCue {
  start: number | null;
  end: number | null;
  line: number | null;
  /** How a message calls it: `The cue`, `Segment 12`. */
  called: string;
  runs: Run[];
}

/** Words of one line and one voice. */
export interface Run {
  /** Who speaks: none when nobody is named, null for whoever spoke before. */
  speakers: string[] | null;
  words: Word[];
  /** Set where a mark says that somebody else speaks from here on, but not who. */
  opensTurn?: true;
}

/** The cues that their own format accepts. */
export function soundCues(found: FoundCue[]): Cue[] {
  const cues: Cue[] = [];
  for (const { id, start, end, text, sound } of found) {
    if (sound && start !== null && end !== null) cues.push({ id, start, end, text });
  }
  return cues;
}

/** What stands on a time line after the times, where that is words and not settings or coordinates. */
export function wordsBeside(rest: string): string {
  const isSetting = /^\s*(?:align|line|position|size|vertical|region|[^\s:=]+[:=]\S)/i.test(rest);
  return isSetting || !/\p{L}/u.test(rest) ? '' : rest.trim();
}

export function hasWords({ words }: Run): boolean {
  return words.length > 0;
}
