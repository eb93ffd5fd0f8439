import { setTimeout as sleep } from 'node:timers/promises';
import type { JSHandle, Page } from 'playwright-core';
import { readWordTimes, type Spoken } from '../../../src/player/word-times.ts';
import { createProbe, type Probe } from './probe.ts';

/** How long a hand stays on a word before it presses, and how long it then does, ms. */
const handRests = 100;
const handPresses = 60;

/** An episode's page in a browser. */
export interface OpenEpisode {
  page: Page;
  probe: JSHandle<Probe>;
  /** Its timed words in order. */
  words: Spoken[];
}

export async function openEpisode(page: Page, url: string): Promise<OpenEpisode> {
  await page.goto(url);
  const probe = await page.evaluateHandle(createProbe);
  const words = readWordTimes(JSON.parse(await probe.evaluate((it) => it.times())));
  return { page, probe, words };
}

/**
 * Clicks on a word as a reader does.
 *
 * @param height where in the window it is to be, 0–1
 * @returns from the click to the first sound from there, ms
 */
export async function clickWord(
  { page, probe }: OpenEpisode,
  word: Spoken,
  height = 0.6,
): Promise<number> {
  const { x, y } = await probe.evaluate((it, [from, at]) => it.show(from, at), [
    word.from,
    height,
  ] as const);
  await page.mouse.move(x, y);
  await sleep(handRests);
  await probe.evaluate((it, start) => it.expectSound(start), word.start);
  await page.mouse.click(x, y, { delay: handPresses });
  return probe.evaluate((it) => it.untilSound());
}

/** A word so far into the transcript, 0–1. */
export function wordAt({ words }: OpenEpisode, share: number): Spoken {
  const word = words[Math.floor(words.length * share)];
  if (word === undefined) throw new Error('the page has no timed words');
  return word;
}
