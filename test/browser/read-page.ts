import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A slow machine takes its time; what never comes fails all the same. */
export const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 });

export function audioOf(page: Page) {
  return page.evaluate(() => {
    const audio = document.querySelector('audio') as HTMLAudioElement;
    const { currentTime, paused, playbackRate, preservesPitch, volume, muted } = audio;
    return { currentTime, paused, playbackRate, preservesPitch, volume, muted };
  });
}

/** The text that is painted in one of the ways of `src/style/painted.css`. */
export function painted(page: Page, how: string): Promise<string[]> {
  return page.evaluate((name) => Array.from(CSS.highlights.get(name) ?? [], String), how);
}

export const play = (page: Page) => page.getByRole('button', { name: /^play$/i }).click();
export const pause = (page: Page) => page.getByRole('button', { name: /^pause$/i }).click();
export const playing = (page: Page) =>
  eventually(async () => {
    const { paused, currentTime } = await audioOf(page);
    return !paused && currentTime > 0;
  }).toBe(true);

/** Selects from one word of the made transcript to another, as a mouse does. */
export function selectWords(page: Page, from: string, to: string) {
  return page.evaluate(
    ([first, last]) => {
      const find = (word: string) => {
        for (const paragraph of document.querySelectorAll('.said > p')) {
          const text = paragraph.firstChild as Text;
          const at = ` ${text.data} `.indexOf(` ${word} `);
          if (at !== -1) return { text, start: at, end: at + word.length };
        }
        throw new Error(`There is no ${word}.`);
      };
      const [a, b] = [find(first), find(last)];
      getSelection()?.setBaseAndExtent(a.text, a.start, b.text, b.end);
    },
    [from, to] as const,
  );
}

/** The point of the window where a word of the made transcript stands. */
export function pointOf(page: Page, word: string): Promise<{ x: number; y: number }> {
  return page.evaluate(async (wanted) => {
    for (const paragraph of document.querySelectorAll('.said > p')) {
      const text = paragraph.firstChild as Text;
      const at = ` ${text.data} `.indexOf(` ${wanted} `);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      // What comes into sight is laid out only then, within a few frames.
      for (let frame = 0; frame < 6; frame += 1) {
        paragraph.scrollIntoView({ block: 'center' });
        await new Promise(requestAnimationFrame);
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`There is no ${wanted}.`);
  }, word);
}

/** Whether any of the text that is painted so can be seen. */
export function paintedInSight(page: Page, how: string): Promise<boolean> {
  return page.evaluate((name) => {
    const [range] = CSS.highlights.get(name) ?? [];
    const rect = (range as Range | undefined)?.getBoundingClientRect();
    const bar = document.querySelector('.player')?.getBoundingClientRect();
    if (!rect || !bar) return false;
    const below = bar.top > innerHeight / 2;
    return (
      rect.top >= (below ? 0 : bar.bottom) - 1 && rect.bottom <= (below ? bar.top : innerHeight)
    );
  }, how);
}
