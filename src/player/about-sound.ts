import type { Chapter } from '../episode/episode.ts';

/** What the page says about the sound; `render/player.tsx` writes it. */
export interface AboutSound {
  slug: string;
  title: string;
  artist: string;
  /** The show. */
  album: string;
  /** Address of the cover. */
  picture: string | null;
  /** Address of the episode's page, and of the player for other sites. */
  page: string;
  embed: string;
  /** The code for other sites. */
  frame: string;
  /** Seconds. */
  duration: number;
  chapters: Chapter[];
}

export function readAboutSound(player: HTMLElement): AboutSound {
  return JSON.parse(player.querySelector('script')?.textContent ?? '');
}
