import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { everyTenth, startOfWord, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import { audioOf, eventually } from './read-page.ts';

const show = useShow({
  words: { transcript: everyTenth, facts: ['title: Every tenth'] },
  again: { transcript: everyTenth, facts: ['title: Again', 'date: 2020-01-01'] },
});
const { open } = useBrowser();
const at = (query: string) => new URL(`../../search?q=${query}`, show.page('words')).href;
const field = (page: Page) => page.getByRole('searchbox');
const count = (page: Page) => page.locator('[data-part=count]').textContent();
const names = (page: Page) =>
  page.locator('.hear').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
const [play, pause] = ['Play from 0:04', 'Pause'];

describe('hearing', () => {
  test('a result plays from its word to its end where it stands, paused meanwhile, then stops', async () => {
    const { page, complaints } = await open(at('w46'));
    await page.getByRole('button', { name: 'Play from 0:04' }).first().click();
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(0);
    const { currentTime } = await audioOf(page);
    expect(currentTime).toBeGreaterThanOrEqual(startOfWord(46) - 0.31);
    expect(currentTime).toBeLessThan(startOfWord(46) + 1);
    expect(await names(page)).toEqual([pause, play]);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await names(page)).toEqual([play, play]);
    const paused = await audioOf(page);
    expect(paused.paused).toBe(true);
    await page.locator('.hear').first().click();
    expect(await names(page)).toEqual([pause, play]);
    await eventually(async () => (await audioOf(page)).paused).toBe(false);
    expect((await audioOf(page)).currentTime).toBeGreaterThanOrEqual(paused.currentTime);
    // What is left of it need not be sat through.
    const end = Number(await page.locator('.hear').first().getAttribute('data-end'));
    await skipTo(page, end - 0.3);
    await eventually(() => names(page)).toEqual([play, play]);
    const after = await audioOf(page);
    expect(after.paused).toBe(true);
    expect(after.currentTime).toBeGreaterThan(end - 0.05);
    expect(after.currentTime).toBeLessThan(end + 0.25);
    expect(complaints).toEqual([]);
  });

  test('by keys: goes on from result to result if wanted; Escape stops and leaves what was asked', async () => {
    const { page } = await open(at('w46'));
    await page.getByRole('checkbox', { name: 'Play on from result to result' }).check();
    await page.locator('.hear').first().focus();
    await page.keyboard.press('Space');
    await eventually(() => names(page)).toEqual([pause, play]);
    await skipToEnd(page);
    await eventually(() => names(page)).toEqual([play, pause]);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-sound'));
    expect(await focused()).toBe('/audio/again.mp3');
    await skipToEnd(page);
    await eventually(() => names(page)).toEqual([play, play]);
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual([play, pause]);
    await field(page).focus();
    await page.keyboard.press('Escape');
    expect(await names(page)).toEqual([play, play]);
    expect((await audioOf(page)).paused).toBe(true);
    expect(await field(page).inputValue()).toBe('w46');
  });
});

describe('writing', () => {
  test('shows what is found so far, counts it aloud, and keeps it in the address', async () => {
    const { page, complaints } = await open(at(''));
    await field(page).pressSequentially('don');
    await eventually(() => count(page)).toBe('2 results for “don”.');
    expect(await page.locator('mark').first().textContent()).toBe('don’t');
    expect(new URL(page.url()).search).toBe('?q=don');
    await eventually(() => page.getByRole('status').textContent()).toBe('2 results for “don”.');
    await field(page).press('Enter');
    await page.getByText('Nothing was found for “don”.').waitFor();
    await field(page).fill('');
    await page.getByRole('heading', { name: 'How to ask' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('never shows an older question’s answer, and what plays goes on while it is found', async () => {
    const { page } = await open(at('w46'));
    await page.locator('.hear').first().click();
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(4);
    await page.evaluate(() => {
      (document.querySelector('audio') as HTMLAudioElement).playbackRate = 0.1;
    });
    const older = page.waitForRequest(/q=nothing/);
    await page.route(/q=nothing/, async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue().catch(() => {});
    });
    await field(page).fill('nothing');
    await older;
    await field(page).fill('w46 e-mail');
    await eventually(() => count(page)).toBe('2 results for “w46 e-mail”.');
    await page.waitForTimeout(450);
    expect(await count(page)).toBe('2 results for “w46 e-mail”.');
    expect(await names(page)).toEqual([pause, play]);
    expect((await audioOf(page)).paused).toBe(false);
  });
});

test('without JavaScript everything is there but the sound', async () => {
  const { page } = await open(at('w350'), { javaScriptEnabled: false });
  expect(await page.locator('mark').allTextContents()).toEqual(['w350', 'w350']);
  expect(await page.locator('.hear, .play-on').filter({ visible: true }).count()).toBe(0);
});

test('axe finds nothing, it fits a phone, and a finger finds the button', async () => {
  const { page, complaints } = await open(at('w350'), phone);
  const size = await page.locator('.hear').first().boundingBox();
  expect([size?.width, size?.height]).toEqual([44, 44]);
  await page.locator('.hear').first().tap();
  await eventually(() => names(page)).toEqual([pause, 'Play from 0:39']);
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Forward in what is played. */
async function skipTo(page: Page, seconds: number) {
  await page.evaluate((to) => {
    (document.querySelector('audio') as HTMLAudioElement).currentTime = to;
  }, seconds);
}

/** To just before the end of the result that is played, once it plays. */
async function skipToEnd(page: Page) {
  await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(4);
  await skipTo(page, Number(await page.locator('.heard .hear').getAttribute('data-end')) - 0.2);
}
