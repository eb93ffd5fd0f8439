import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyTenth, startOfWord, useShow, wordAt } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import {
  audioOf,
  eventually,
  painted,
  paintedInSight,
  pause,
  play,
  playing,
  pointOf,
  selectWords,
} from './read-page.ts';

const cues = `WEBVTT

00:01.000 --> 00:05.000
<v Ann Leaf>Who keeps the bees

00:08.000 --> 00:12.000
<v Ben Root>Nobody keeps them
`;
const show = useShow({
  words: { transcript: everyTenth },
  cues: { transcript: ['transcript.vtt', cues] },
  untimed: { transcript: ['transcript.txt', 'A: Who keeps the bees?\n\nB: Nobody.\n\nA: Why?\n'] },
});
const { open } = useBrowser();
/** So low that a turn or two fill it. */
const low = { viewport: { width: 900, height: 420 } };

/** Goes there as a reader does who chooses a moment. */
const goTo = (page: Page, seconds: number) =>
  page.evaluate((time) => {
    location.hash = `#t=${time}`;
  }, seconds);
const turnNow = (page: Page) => page.locator('.turn[aria-current=true] .name').allTextContents();

describe('the spoken word', () => {
  test('is the one that begins at exactly this moment', async () => {
    const { page } = await open(show.page('words'));
    for (const number of [1, 39, 40, 180, 259]) {
      await goTo(page, startOfWord(number));
      await eventually(() => painted(page, 'spoken')).toEqual([wordAt(number)]);
    }
    // Painted, not marked up.
    expect(await page.locator('.said p *').count()).toBe(0);
  });

  test('is none in silence, and the next one after it', async () => {
    const { page } = await open(`${show.page('words')}#t=20`);
    expect(await painted(page, 'spoken')).toEqual([]);
    expect(await turnNow(page)).toEqual(['Ann Leaf']);
    await goTo(page, 21.8);
    await play(page);
    await eventually(() => painted(page, 'spoken')).toEqual([expect.stringMatching(/^w1[89]/)]);
  });

  test('goes back when the sound does', async () => {
    const { page } = await open(`${show.page('words')}#t=35`);
    await play(page);
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(35.3);
    await page.evaluate(() => {
      (document.querySelector('audio') as HTMLAudioElement).currentTime = 4.5;
    });
    await eventually(() => painted(page, 'spoken')).toEqual([expect.stringMatching(/^\S{2,6}$/)]);
    await eventually(() => turnNow(page)).toEqual(['Ben Root']);
    await eventually(async () => Number((await painted(page, 'spoken'))[0]?.slice(1))).toBeLessThan(
      80,
    );
  });

  test('is right at any speed', async () => {
    const { page } = await open(`${show.page('words')}#t=24`);
    await play(page);
    await playing(page);
    for (const speed of [0.5, 1, 3]) {
      await page.getByRole('combobox', { name: 'Speed' }).selectOption(String(speed));
      const seen = await page.evaluate(async () => {
        const audio = document.querySelector('audio') as HTMLAudioElement;
        const pairs: [string, number][] = [];
        for (let frame = 0; frame < 30; frame += 1) {
          await new Promise(requestAnimationFrame);
          const [range] = CSS.highlights.get('spoken') ?? [];
          if (!audio.seeking) pairs.push([String(range), audio.currentTime]);
        }
        return pairs;
      });
      const wrong = seen.filter(([word, time]) => {
        // A word counts as begun half a hundredth early; our frame comes after the page's.
        const now = Math.floor((time + 0.006 - 4) * 10);
        return ![wordAt(now), wordAt(now - 1)].includes(word);
      });
      expect([speed, seen.length > 10, wrong]).toEqual([speed, true, []]);
    }
  });

  test('is a whole cue where only cues have times', async () => {
    const { page } = await open(`${show.page('cues')}#t=2`);
    expect(await painted(page, 'spoken')).toEqual(['Who keeps the bees']);
    await goTo(page, 6);
    await eventually(() => painted(page, 'spoken')).toEqual([]);
  });

  test('is never made up', async () => {
    const { page } = await open(`${show.page('untimed')}#t=2`);
    await play(page);
    await playing(page);
    expect(await painted(page, 'spoken')).toEqual([]);
    expect(await turnNow(page)).toEqual([]);
  });
});

describe('playing from a word', () => {
  test.each([
    ['by a click', {}, (page: Page, at: { x: number; y: number }) => page.mouse.click(at.x, at.y)],
    [
      'by a tap',
      phone,
      (page: Page, at: { x: number; y: number }) => page.touchscreen.tap(at.x, at.y),
    ],
  ] as const)('%s', async (_, as, press) => {
    const { page, complaints } = await open(show.page('words'), as);
    await press(page, await pointOf(page, 'w301'));
    await playing(page);
    const { currentTime } = await audioOf(page);
    expect(currentTime).toBeGreaterThan(startOfWord(301) - 0.01);
    expect(currentTime).toBeLessThan(startOfWord(301) + 3);
    expect(complaints).toEqual([]);
  });

  test('by keyboard, with one tab stop a turn', async () => {
    const { page } = await open(show.page('words'));
    const stops = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll('.turn'),
        (turn) =>
          Array.from(turn.querySelectorAll<HTMLElement>('*')).filter((one) => one.tabIndex >= 0)
            .length,
      ),
    );
    expect(new Set(stops)).toEqual(new Set([1]));
    await page.getByRole('link', { name: 'Play from 0:04' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    expect(await painted(page, 'cursor')).toEqual(['w41']);
    await eventually(() => page.getByRole('status').textContent()).toBe('w41');
    await page.keyboard.press('Enter');
    await playing(page);
    const { currentTime } = await audioOf(page);
    expect(currentTime).toBeGreaterThan(startOfWord(41) - 0.01);
    expect(currentTime).toBeLessThan(startOfWord(41) + 3);
  });

  test('by Enter where the caret stands', async () => {
    const { page } = await open(show.page('words'));
    await selectWords(page, 'w130', 'w130');
    await page.evaluate(() => getSelection()?.collapseToStart());
    await page.keyboard.press('Enter');
    await playing(page);
    expect((await audioOf(page)).currentTime).toBeGreaterThan(startOfWord(130) - 0.01);
  });

  test('not while text is selected, nor by the click that ends a selection', async () => {
    const { page } = await open(show.page('words'));
    await selectWords(page, 'w130', 'w135');
    const { x, y } = await pointOf(page, 'w150');
    await page.mouse.click(x, y);
    expect((await audioOf(page)).paused).toBe(true);
  });
});

test('a double click selects a word and plays nothing', async () => {
  const { page } = await open(`${show.page('words')}#t=5`);
  const { x, y } = await pointOf(page, 'w301');
  await page.mouse.dblclick(x, y);
  expect(await page.evaluate(() => String(getSelection()).trim())).toBe('w301');
  expect((await audioOf(page)).paused).toBe(true);
  expect(await page.locator('[data-part=position]').textContent()).toBe('0:05');
});

test('the keys that scroll are the page’s after a click on play', async () => {
  const { page } = await open(`${show.page('words')}#t=20`, low);
  await page.evaluate(() => scrollTo(0, 0));
  await play(page);
  await playing(page);
  await page.keyboard.press('PageDown');
  await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect((await audioOf(page)).currentTime).toBeGreaterThan(19.9);
});

/** Where the page stands once text that came near has been laid out. */
async function settledTop(page: Page): Promise<number> {
  for (let before = -1; ; await sleep(100)) {
    const top = await page.evaluate(() => scrollY);
    if (top === before) return top;
    before = top;
  }
}

describe('follow mode', () => {
  const start = async () => {
    const opened = await open(`${show.page('words')}#t=3`, low);
    await play(opened.page);
    await eventually(() => paintedInSight(opened.page, 'spoken')).toBe(true);
    return opened.page;
  };
  const back = (page: Page) => page.getByRole('button', { name: 'Back to now' });

  test('keeps the spoken word in sight', async () => {
    const page = await start();
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(3.3);
    await page.evaluate(() => {
      (document.querySelector('audio') as HTMLAudioElement).currentTime = 30;
    });
    await eventually(() => painted(page, 'spoken')).toEqual([expect.stringMatching(/^w2/)]);
    await eventually(() => paintedInSight(page, 'spoken')).toBe(true);
    expect(await back(page).isVisible()).toBe(false);
  });

  test('yields the moment the reader scrolls, selects or searches, and offers the way back', async () => {
    const page = await start();
    const acts: [string, () => Promise<unknown>][] = [
      ['scrolls', () => page.mouse.wheel(0, 2500)],
      ['selects', () => selectWords(page, 'w350', 'w352')],
      [
        'searches',
        async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('/');
          await page.keyboard.type('w350');
          await eventually(() => painted(page, 'found-now')).toEqual(['w350']);
        },
      ],
    ];
    for (const [what, act] of acts) {
      await act();
      await page.evaluate(() => document.querySelector('.turn:last-of-type')?.scrollIntoView());
      await back(page).waitFor();
      const top = await settledTop(page);
      const { currentTime } = await audioOf(page);
      await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(
        currentTime + 0.5,
      );
      expect([what, await page.evaluate(() => scrollY)]).toEqual([what, top]);
      await back(page).click();
      await eventually(() => paintedInSight(page, 'spoken')).toBe(true);
      expect(await back(page).isVisible()).toBe(false);
    }
  });

  test('leaves a page alone that was not at the words', async () => {
    const { page } = await open(show.page('words'), low);
    await page.evaluate(() => scrollTo(0, 0));
    await play(page);
    await playing(page);
    await pause(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('does not glide for those who want less motion', async () => {
    const { page } = await open(show.page('words'), { ...low, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const ways: unknown[] = [];
      const scroll = scrollBy.bind(globalThis) as (how: ScrollToOptions) => void;
      Object.assign(globalThis, {
        ways,
        scrollBy: (how: ScrollToOptions) => {
          ways.push(how.behavior);
          scroll(how);
        },
      });
    });
    await page.getByRole('link', { name: 'Play from 0:32' }).click();
    await goTo(page, 5);
    await eventually(() => paintedInSight(page, 'spoken')).toBe(true);
    expect(
      await page.evaluate(() => (globalThis as unknown as { ways: string[] }).ways),
    ).not.toContain('smooth');
  });
});
