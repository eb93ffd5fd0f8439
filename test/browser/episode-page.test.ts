import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedApp, startApp } from '../serve.ts';
import { phone, useBrowser } from './open-browser.ts';

const sample = join(import.meta.dirname, '..', '..', 'episodes');
const timed = '/episodes/how-loud-is-a-voice/';
/** Found in the sound, and not: the words of the second are not those of its recording. */
const aligned = '/episodes/forty-interviews-in-a-cupboard/';
const untimed = '/episodes/other-words/';
const silent = '/episodes/the-sound-of-an-empty-room/';
const { open } = useBrowser();

let app: StartedApp;
beforeAll(async () => {
  const episodesDir = join(await mkdtemp(join(tmpdir(), 'alongside-browser-')), 'episodes');
  await cp(sample, episodesDir, {
    recursive: true,
    filter: (path) => !/\/(published|\.[^/]+)$/.test(path),
  });
  const folder = join(episodesDir, 'other-words');
  await mkdir(folder);
  await cp(
    join(sample, 'the-sound-of-an-empty-room', 'recording.mp3'),
    join(folder, 'recording.mp3'),
  );
  const words = 'A: Who keeps the bees?\n\nB: Nobody.\n\nA: Since when?\n\nB: Since the fire.\n';
  await writeFile(join(folder, 'transcript.txt'), words);
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

/** A slow machine takes its time; what never comes fails all the same. */
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 });
const audio = (page: Page) =>
  page.evaluate(() => {
    const { currentTime, paused, playbackRate } = document.querySelector(
      'audio',
    ) as HTMLAudioElement;
    return { currentTime, paused, playbackRate };
  });
/** The text painted as spoken. */
const spoken = (page: Page) =>
  page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('spoken')?.values() ?? [])];
    return ranges.map((range) => String(range)).join(' ');
  });

describe('the page of an episode with times', () => {
  test('plays, and paints the words that are spoken', async () => {
    const { page, complaints } = await open(app.url + timed);
    await page.getByRole('button', { name: /^play/i }).click();
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(1);
    await eventually(() => spoken(page)).toMatch(/\w/);
    expect(await page.locator('[aria-current]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('paints the words of a transcript that came without times', async () => {
    const { page } = await open(app.url + aligned);
    await page.getByRole('button', { name: /^play/i }).click();
    await eventually(() => spoken(page)).toMatch(/\w/);
    await page.locator('a[href$=".vtt"]').first().waitFor({ state: 'attached' });
  });

  test('plays from a word that is clicked', async () => {
    const { page } = await open(app.url + timed);
    const turn = page.locator('.turn').nth(3);
    const start = await turn.locator('time').getAttribute('datetime');
    await turn
      .locator('.said p')
      .first()
      .click({ position: { x: 5, y: 10 } });
    await eventually(async () => (await audio(page)).paused).toBe(false);
    const [, minutes = '0', seconds = '0'] = /^PT(?:(\d+)M)?(\d+)?S?$/.exec(start ?? '') ?? [];
    const expected = Number(minutes) * 60 + Number(seconds);
    const { currentTime } = await audio(page);
    expect(currentTime).toBeGreaterThan(expected - 1);
    expect(currentTime).toBeLessThan(expected + 5);
  });

  test.each(['#t=61.2', '?t=61.2'])('opens at the second that %s names', async (at) => {
    const { page } = await open(app.url + timed + at);
    await eventually(async () => (await audio(page)).currentTime).toBeCloseTo(61.2, 0);
  });

  test('remembers where one stopped', async () => {
    const { page } = await open(app.url + timed);
    await page.getByRole('button', { name: /^play/i }).click();
    await page.evaluate(() => {
      (document.querySelector('audio') as HTMLAudioElement).currentTime = 42;
    });
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(42);
    await page.getByRole('button', { name: /^pause/i }).click();
    await page.goto(app.url);
    await page.goto(app.url + timed);
    await eventually(async () => (await audio(page)).currentTime).toBeGreaterThan(41);
  });

  test('has no element a word', async () => {
    const { page } = await open(app.url + timed);
    expect(await page.locator('.said p *').count()).toBe(0);
  });
});

describe('without JavaScript', () => {
  test.each([timed, aligned, untimed])('%s plays and reads', async (path) => {
    const { page } = await open(app.url + path, { javaScriptEnabled: false });
    await page.locator('audio[controls]').waitFor({ state: 'visible' });
    expect(await page.locator('.turn').count()).toBeGreaterThan(3);
    await page
      .getByRole('link', { name: /download/i })
      .first()
      .waitFor({ state: 'visible' });
  });

  test('an episode without a transcript says so', async () => {
    const { page } = await open(app.url + silent, { javaScriptEnabled: false });
    await page.getByText('There is no transcript of this episode yet.').waitFor();
  });

  test('an untimed transcript says so and offers no captions', async () => {
    const { page } = await open(app.url + untimed, { javaScriptEnabled: false });
    await page.getByText('This transcript has no times').waitFor();
    expect(await page.locator('a[href$=".vtt"], a[href$=".srt"]').count()).toBe(0);
  });
});

describe('every page', () => {
  const axe = createRequire(import.meta.url).resolve('axe-core');
  const pages = ['/', timed, aligned, untimed, silent, '/embed/how-loud-is-a-voice/', '/nowhere'];
  const looks = [
    ['wide and light', { colorScheme: 'light' }],
    ['wide and dark', { colorScheme: 'dark' }],
    ['on a phone', phone],
  ] as const;

  test.each(pages.flatMap((path) => looks.map(([look, as]) => [path, look, as] as const)))(
    '%s, %s, is accessible and fits',
    async (path, _look, as) => {
      const { page, complaints } = await open(app.url + path, as);
      // Axe is our tool, not the page's: it comes in past the page's policy.
      await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
      const found = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    },
  );
});
