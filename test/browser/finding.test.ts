import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyTenth, startOfWord, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import { audioOf, eventually, painted, paintedInSight, playing } from './read-page.ts';

const show = useShow({ words: { transcript: everyTenth }, silent: {} });
const { open } = useBrowser();

async function search(page: Page, query: string): Promise<string | null> {
  const field = page.getByRole('searchbox', { name: 'Search the transcript' });
  if (!(await field.isVisible())) await page.locator('.find-here').click();
  await field.fill(query);
  // The page waits for the next letter before it looks; by its own clock, which may be slower than this one's.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
  return page.locator('[data-part=count]').textContent();
}

describe.each([
  ['on a desk', {}],
  ['on a phone', phone],
])('%s', (_, as) => {
  test('hits are counted, painted, gone through and marked on the waveform', async () => {
    const { page, complaints } = await open(show.page('words'), as);
    expect(await search(page, 'cafe')).toBe('1 of 2');
    expect(await painted(page, 'found')).toEqual(['Café', 'café']);
    expect(await painted(page, 'found-now')).toEqual(['Café']);
    expect((await page.locator('[data-part=hits]').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
    await page.getByRole('button', { name: 'Next hit' }).click();
    expect(await painted(page, 'found-now')).toEqual(['café']);
    await eventually(() => paintedInSight(page, 'found-now')).toBe(true);
    await eventually(() => page.getByRole('status').textContent()).toBe('2 of 2');
    await page.getByRole('button', { name: 'Next hit' }).click();
    await page.getByRole('button', { name: 'Previous hit' }).click();
    expect(await page.locator('[data-part=count]').textContent()).toBe('2 of 2');
    await page.getByRole('button', { name: 'Play from this hit' }).click();
    await playing(page);
    expect((await audioOf(page)).currentTime).toBeGreaterThan(startOfWord(230) - 0.01);
    await page.getByRole('button', { name: 'Close the search' }).click();
    expect(await painted(page, 'found')).toEqual([]);
    expect(await page.locator('[data-part=hits]').getAttribute('d')).toBe('');
    expect(complaints).toEqual([]);
  });
});

test('any text may be asked for', async () => {
  const { page, complaints } = await open(show.page('words'));
  for (const [query, count] of [
    ['email', '1 of 1'],
    ['dont', '1 of 1'],
    ['(', '1 of 1'],
    ['(b)', '1 of 1'],
    ['[\\', 'Nothing found'],
    ['w47', 'Nothing found'],
    ['W46 E-MAIL w48', '1 of 1'],
    ['ann leaf', expect.stringContaining(' of 5')],
    ['leaves', '1 of 1'],
    ['', ''],
  ]) {
    expect([query, await search(page, query ?? '')]).toEqual([query, count]);
  }
  expect(complaints).toEqual([]);
});

test('by keys alone: / opens, Enter and Shift+Enter go on and back, Escape closes', async () => {
  const { page } = await open(show.page('words'));
  await page.getByRole('button', { name: 'Forward 15 seconds' }).focus();
  await page.keyboard.press('/');
  await page.keyboard.type('café');
  await eventually(() => painted(page, 'found-now')).toEqual(['Café']);
  await page.keyboard.press('Enter');
  expect(await painted(page, 'found-now')).toEqual(['café']);
  await page.keyboard.press('Shift+Enter');
  expect(await painted(page, 'found-now')).toEqual(['Café']);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Forward 15 seconds',
  );
});

test('closing it leaves the reader where they are', async () => {
  const { page } = await open(show.page('words'), { viewport: { width: 600, height: 400 } });
  await search(page, 'w350');
  await eventually(() => paintedInSight(page, 'found-now')).toBe(true);
  await page.waitForTimeout(500);
  const top = await page.evaluate(() => scrollY);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test('a chapter that is found plays from its beginning', async () => {
  const { page } = await open(show.page('words'));
  await search(page, 'fruit');
  await page.getByRole('button', { name: 'Play from this hit' }).click();
  await playing(page);
  expect((await audioOf(page)).currentTime).toBeGreaterThan(29.9);
});

test('a page without words has nothing to search', async () => {
  const { page } = await open(show.page('silent'));
  await page.keyboard.press('/');
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  expect(await page.locator('[data-opens=find]').count()).toBe(0);
});
