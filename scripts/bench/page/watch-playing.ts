import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { Spoken } from '../../../src/player/word-times.ts';
import { withPage } from './open-browser.ts';
import { clickWord, openEpisode, wordAt } from './open-episode.ts';
import type { Watched } from './probe.ts';

/** How long it plays, ms. */
const playing = 20_000;

export interface Played extends Watched {
  /**
   * How much later than it begins each word was painted, ms: the place in the sound at the end of the first
   * frame that has it, less the word's start. Chromium's `currentTime` runs with the sound and not in steps,
   * and keeps to the wall's clock within a few milliseconds (`strayed`), so it is used as it is. What lies
   * between the browser and the ear, such as wireless headphones, is not in it.
   */
  lags: number[];
}

/** Plays at the usual speed from the lower edge of the window, so that the page has to follow at once. */
export async function watchPlaying(browser: Browser, url: string): Promise<Played> {
  return withPage(browser, async (page) => {
    const episode = await openEpisode(page, url);
    await clickWord(episode, wordAt(episode, 0.4), 0.9);
    await episode.probe.evaluate((it) => it.watch());
    await sleep(playing);
    const watched = await episode.probe.evaluate((it) => it.watched());
    return { ...watched, lags: lagsOf(watched, episode.words) };
  });
}

/** A word that was never painted counts as painted with the next that was. */
export function lagsOf({ painted }: Pick<Watched, 'painted'>, words: Spoken[]): number[] {
  const numbers = new Map(words.map(({ from }, at) => [`${from.paragraph} ${from.word}`, at]));
  const lags: number[] = [];
  let next: number | null = null;
  for (const { paragraph, word, media } of painted) {
    const at = numbers.get(`${paragraph} ${word}`);
    if (at === undefined) throw new Error(`paragraph ${paragraph} has no timed word ${word}`);
    // The first was there when watching began.
    for (let one: number = next ?? at + 1; one <= at; one += 1) {
      lags.push((media - (words[one]?.start ?? media)) * 1000);
    }
    next = at + 1;
  }
  return lags;
}
