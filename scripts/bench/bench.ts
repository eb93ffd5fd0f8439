import type { Ffmpeg } from '../../src/media/ffmpeg.ts';

/** What every bench is given. */
export interface Bench {
  /** Absolute path of the built server. */
  server: string;
  /** Absolute path of the built bench. */
  itself: string;
  ffmpeg: Ffmpeg;
  /** Sound to publish. */
  minutes: number;
  /** Episodes of the large show. */
  episodes: number;
  /** A folder that is removed afterwards. */
  scratch: string;
  say(line: string): void;
}
