import type { Chapter } from '../episode/episode.ts';
import { clock } from '../episode/timecode.ts';
import type { Sound } from './sound.ts';

/**
 * The sleep timer: stops after some minutes of listening, or at the end of the chapter that is heard.
 * A pause stops the timer too.
 */
export function connectSleep(
  sound: Sound,
  chapters: Chapter[],
  { sleep, sleepLeft }: { sleep: HTMLSelectElement; sleepLeft: HTMLElement },
  signal: AbortSignal,
): void {
  /** Seconds of listening that are left; null without a timer. */
  let left: number | null = null;
  let before = 0;
  let playing = false;
  let chapterEnd: number | null = null;

  const endOfChapter = () => {
    const position = sound.position();
    return chapters.find(({ start }) => start > position + 1)?.start ?? sound.duration();
  };
  sound.onSeek(() => {
    if (chapterEnd !== null) chapterEnd = endOfChapter();
  });
  const off = () => {
    left = chapterEnd = null;
    sleep.value = '';
  };
  const show = () => {
    const until = chapterEnd === null ? left : chapterEnd - sound.position();
    sleepLeft.textContent = until === null ? '' : clock(Math.max(0, until));
    sleepLeft.hidden = until === null;
  };
  sleep.addEventListener(
    'change',
    () => {
      const minutes = Number(sleep.value);
      left = minutes > 0 ? minutes * 60 : null;
      chapterEnd = sleep.value === 'chapter' ? endOfChapter() : null;
      before = performance.now();
      playing = !sound.audio.paused;
      show();
    },
    { signal },
  );
  sound.onChange(() => {
    const now = performance.now();
    if (left !== null && playing) left -= (now - before) / 1000;
    before = now;
    playing = !sound.audio.paused;
    const done =
      (left !== null && left <= 0) || (chapterEnd !== null && sound.position() >= chapterEnd);
    if (done) {
      off();
      sound.audio.pause();
    }
    show();
  });
}
