import type { Browser } from 'playwright-core';
import { withPage } from './open-browser.ts';
import { clickWord, openEpisode, wordAt } from './open-episode.ts';

const clicks = 30;
/** Has no divisor in common with the number of clicks, so that each is far from the one before. */
const stride = 7;
const firstClicks = 8;

/** From a click on a word to the sound of it, ms, where the sound is open already. */
export async function timeClicks(browser: Browser, url: string): Promise<number[]> {
  return withPage(browser, async (page) => {
    const episode = await openEpisode(page, url);
    await clickWord(episode, wordAt(episode, 0.5));
    const times: number[] = [];
    for (let at = 0; at < clicks; at += 1) {
      const share = (((at * stride) % clicks) + 0.5) / clicks;
      times.push(await clickWord(episode, wordAt(episode, share)));
    }
    return times;
  });
}

/** Likewise on pages on which nothing has been played yet. */
export async function timeFirstClicks(browser: Browser, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < firstClicks; at += 1) {
    const share = (at + 0.5) / firstClicks;
    times.push(
      await withPage(browser, async (page) => {
        const episode = await openEpisode(page, url);
        return clickWord(episode, wordAt(episode, share));
      }),
    );
  }
  return times;
}
