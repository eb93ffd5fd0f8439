import type { Ffmpeg } from '../../src/media/ffmpeg.ts';

/** What every bench is given. */
export interface Bench {
  /** Absolute path of the built server. */
  server: string;
  /** Absolute path of the built bench. */
  itself: string;
  /** Absolute path of the built command that aligns. */
  aligner: string;
  ffmpeg: Ffmpeg;
  /** Sound to publish, and to align. */
  minutes: number;
  /** Episodes of the large show; null where each bench is to take its own number. */
  episodes: number | null;
  /** Folders with real speech whose words somebody timed. */
  speech: string[];
  /** Whether recordings of hours are aligned, too. */
  long: boolean;
  /** A folder that is removed afterwards. */
  scratch: string;
  say(line: string): void;
}
