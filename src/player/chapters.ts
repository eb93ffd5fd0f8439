import type { Chapter } from '../episode/episode.ts';
import type { Sound } from './sound.ts';

export interface ChapterJumps {
  next(): void;
  /** To the beginning of this one, or, when that has just been heard, of the one before. */
  previous(): void;
}

/** Chapters as a list to choose from that says which one is heard. */
export function connectChapters(
  sound: Sound,
  chapters: Chapter[],
  list: HTMLSelectElement,
  signal: AbortSignal,
): ChapterJumps {
  const at = (seconds: number) => chapters.findLastIndex(({ start }) => start <= seconds + 0.01);
  const go = (number: number) => {
    const chapter = chapters[Math.max(0, number)];
    if (chapter) sound.seek(chapter.start);
  };
  const current = () => at(sound.position());
  list.addEventListener('change', () => go(list.selectedIndex), { signal });
  sound.onChange(() => {
    const now = current();
    if (list.selectedIndex !== now) list.selectedIndex = now;
  });
  list.selectedIndex = current();
  list.hidden = chapters.length === 0;
  return {
    next: () => go(current() + 1),
    previous: () => go(at(sound.position() - 3)),
  };
}
