import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyTenth, startOfWord, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import {
  audioOf,
  eventually,
  painted,
  paintedInSight,
  play,
  playing,
  pointOf,
  selectWords,
} from './read-page.ts';

const show = useShow({
  words: { transcript: everyTenth, facts: ['title: Leaves & roots'] },
  untimed: { transcript: ['transcript.txt', 'A: Who keeps w1 w2 the bees?\n\nB: Nobody.\n'] },
});
const { open } = useBrowser();
const openWords = (address = '', as = {}) =>
  open(show.page('words') + address, { permissions: ['clipboard-read', 'clipboard-write'], ...as });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const bar = (page: Page) => page.getByRole('group', { name: 'Selected words' });
const press = (page: Page, name: string) => bar(page).getByRole('button', { name }).click();
const copied = async (page: Page, name: string) => {
  await press(page, name);
  await bar(page).getByText('Copied').waitFor();
  return clipboard(page);
};

describe.each([
  ['on a desk', {}],
  ['on a phone', phone],
])('%s', (_, as) => {
  test('selected words can be linked to, quoted and embedded', async () => {
    const { page, complaints } = await openWords('', as);
    await pointOf(page, 'w20');
    await selectWords(page, 'w20', 'w23');
    await bar(page).waitFor();
    const link = await copied(page, 'Copy link');
    expect(link).toBe(`${show.page('words')}#t=2,2.4`);
    expect(await copied(page, 'Copy quote')).toBe(
      `“w20 w21 w22 w23”\n\n— Ann Leaf in “Leaves & roots” (My show)\n${link}`.replace(
        'My show',
        await page.locator('.masthead a').first().innerText(),
      ),
    );
    const box = await bar(page).boundingBox();
    const { width = 0 } = page.viewportSize() ?? {};
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    const code = await copied(page, 'Embed this');
    expect(code).toContain('<iframe src="');
    expect(code).toContain('/embed/words/?t=2,2.4"');
    await page.keyboard.press('Escape');
    await eventually(() => bar(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('a link to a stretch opens there, marked, and plays just that', async () => {
    const { page } = await openWords('#t=33,33.4', as);
    expect((await painted(page, 'quoted')).join(' ')).toBe('w290 w291 w292 w293');
    await eventually(() => paintedInSight(page, 'quoted')).toBe(true);
    expect(await page.locator('[data-part=quoted]').getAttribute('d')).toMatch(/^M/);
    expect(await page.evaluate(() => document.querySelector('audio')?.src)).toMatch(/#t=33$/);
    const times = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const audio = document.querySelector('audio') as HTMLAudioElement;
          const seen: number[] = [];
          audio.addEventListener('playing', () => seen.push(audio.currentTime), { once: true });
          audio.addEventListener('pause', () => resolve([...seen, audio.currentTime]), {
            once: true,
          });
        }),
    );
    await play(page);
    const [start = 0, end = 0] = await times;
    expect(start).toBeGreaterThanOrEqual(32.9);
    expect(end).toBeGreaterThan(33.39);
    expect(end).toBeLessThan(33.9);
    await play(page);
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(34);
  });
});

test('play this stops at its end', async () => {
  const { page } = await openWords();
  await selectWords(page, 'w100', 'w103');
  await press(page, 'Play this');
  await playing(page);
  await eventually(async () => (await audioOf(page)).paused).toBe(true);
  const { currentTime } = await audioOf(page);
  expect(currentTime).toBeGreaterThan(startOfWord(104) - 0.01);
  expect(currentTime).toBeLessThan(startOfWord(104) + 0.5);
});

test('the words may be of two turns, and parts of words count whole', async () => {
  const { page } = await openWords();
  await selectWords(page, 'w38', 'w41');
  await page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    range?.setStart(range.startContainer, range.startOffset + 1);
    range?.setEnd(range.endContainer, range.endOffset - 1);
  });
  const quote = await copied(page, 'Copy quote');
  expect(quote).toContain('Ann Leaf: “w38 w39”\n\nBen Root: “w40 w41”\n\n— “Leaves & roots”');
  expect(quote).toMatch(/#t=3\.8,4\.2$/);
});

test('by keyboard: Shift and arrows select, Tab goes to the bar', async () => {
  const { page } = await openWords();
  await page.getByRole('link', { name: 'Play from 0:08' }).focus();
  for (const key of [
    'ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowLeft',
  ]) {
    await page.keyboard.press(key);
  }
  expect(await page.evaluate(() => String(getSelection()))).toBe('w80 w81 w82');
  await bar(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await bar(page).getByText('Copied').waitFor();
  expect(await clipboard(page)).toMatch(/#t=8,8\.3$/);
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.quote-bar'))).toBeNull();
  for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  expect(await bar(page).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Play from 0:08',
  );
});

test('the bar is in sight wherever the words are', async () => {
  const { page } = await openWords('', phone);
  for (const block of ['start', 'end'] as const) {
    await page.evaluate((where) => {
      document.querySelectorAll('.said > p')[3]?.scrollIntoView({ block: where });
    }, block);
    // What comes into sight is laid out only then.
    await page.waitForTimeout(200);
    await selectWords(page, 'w120', 'w159');
    await bar(page).waitFor();
    await page.waitForTimeout(300);
    const { y = -1, height = 0 } = (await bar(page).boundingBox()) ?? {};
    const player = await page.locator('.player').boundingBox();
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(player?.y ?? 0);
    await page.keyboard.press('Escape');
  }
});

test('copies where the browser has no clipboard for the page, and keeps the words selected', async () => {
  const { page } = await openWords();
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    const texts: string[] = [];
    Object.assign(globalThis, { texts });
    document.addEventListener('copy', () => texts.push(String(getSelection())));
  });
  await selectWords(page, 'w1', 'w2');
  await press(page, 'Copy link');
  await bar(page).getByText('Copied').waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toBe('w1 w2');
});

test('an address may say the time in several ways', async () => {
  const { page } = await openWords();
  for (const address of ['?t=33,33.4', '?t=0:33', '#t=33s']) {
    await page.goto('about:blank');
    await page.goto(show.page('words') + address);
    expect(await page.locator('[data-part=position]').textContent()).toBe('0:33');
    await eventually(() => painted(page, 'spoken')).toEqual(['w290']);
  }
});

test('words without times are quoted without a moment', async () => {
  const { page } = await open(show.page('untimed'), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await selectWords(page, 'w1', 'w2');
  await bar(page).waitFor();
  expect(await bar(page).getByRole('button', { name: 'Play this' }).isVisible()).toBe(false);
  expect(await copied(page, 'Copy link')).toBe(show.page('untimed'));
});

test('an embedded player with words follows, finds and quotes', async () => {
  const { page, complaints } = await openWords();
  await page.goto(`${show.page('words').replace('/episodes/', '/embed/')}?transcript&t=33,33.4`);
  expect((await painted(page, 'quoted')).join(' ')).toBe('w290 w291 w292 w293');
  await selectWords(page, 'w20', 'w21');
  expect(await copied(page, 'Copy link')).toBe(`${show.page('words')}#t=2,2.2`);
  expect(complaints).toEqual([]);
});
