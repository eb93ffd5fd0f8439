import { describe, expect, test } from 'vitest';
import { everyTenth, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import { audioOf, eventually, pause, play, playing } from './read-page.ts';

const show = useShow({
  trees: { transcript: everyTenth, facts: ['title: Trees'] },
  birds: { facts: ['title: Birds'] },
});
const { open } = useBrowser();

const openEpisode = async (as = {}, address = '') => open(show.page('trees') + address, as);
const time = async (page: Parameters<typeof audioOf>[0]) => (await audioOf(page)).currentTime;

describe.each([
  ['on a desk', {}],
  ['on a phone', phone],
])('%s', (_, as) => {
  test('plays, goes anywhere and stays in reach, and fetches nothing of the sound before', async () => {
    const { page, complaints } = await openEpisode(as);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/audio/')) asked.push(request.url());
    });
    expect(
      await page.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name)),
    ).not.toContainEqual(expect.stringContaining('/audio/'));

    const bar = page.getByRole('slider', { name: 'Position' });
    await page.getByRole('button', { name: 'Forward 15 seconds' }).click();
    expect(await bar.getAttribute('aria-valuenow')).toBe('15');
    await page.getByRole('button', { name: 'Back 15 seconds' }).click();
    const { width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    await bar.click({ position: { x: width * 0.75, y: height / 2 } });
    expect(await bar.getAttribute('aria-valuetext')).toMatch(/^0:(29|30|31) of 0:40$/);
    expect(asked).toEqual([]);

    await page.evaluate(() => {
      const last = document.querySelector('.turn:last-of-type');
      scrollTo(0, last?.getBoundingClientRect().top ?? 0);
    });
    const button = await page.getByRole('button', { name: /^play$/i }).boundingBox();
    const { height: window = 0 } = page.viewportSize() ?? {};
    expect(button?.height).toBeGreaterThanOrEqual(44);
    expect(button?.y).toBeGreaterThanOrEqual(0);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(window);

    await play(page);
    await eventually(() => time(page)).toBeGreaterThan(28.5);
    expect(asked).not.toEqual([]);
    await pause(page);
    expect((await audioOf(page)).paused).toBe(true);
    expect(complaints).toEqual([]);
  });
});

describe('keys', () => {
  test.each([
    ['anywhere on the page', 'body', { j: 0, l: 30, n: 30, p: 10 }],
    [
      'on the waveform',
      '[role=slider][aria-label=Position]',
      {
        ArrowLeft: 10,
        ArrowRight: 20,
        ArrowDown: 10,
        ArrowUp: 20,
        PageDown: 0,
        PageUp: 40,
        Home: 0,
        End: 40,
      },
    ],
  ])('%s move in the sound', async (_, on, keys) => {
    const { page } = await openEpisode();
    const bar = page.getByRole('slider', { name: 'Position' });
    for (const [key, to] of Object.entries(keys)) {
      await page.evaluate(() => {
        location.hash = location.hash === '#t=15' ? '#t=15.0' : '#t=15';
      });
      await eventually(() => bar.getAttribute('aria-valuenow')).toBe('15');
      await page.locator(on).press(key);
      expect([key, Number(await bar.getAttribute('aria-valuenow'))]).toEqual([key, to]);
    }
    await play(page);
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(9);
  });

  test('k plays and pauses, < and > change the speed, m silences, / searches, ? shows them all', async () => {
    const { page } = await openEpisode();
    await page.keyboard.press('k');
    await playing(page);
    await page.keyboard.press('>');
    await page.keyboard.press('>');
    await page.keyboard.press('<');
    await page.keyboard.press('m');
    expect(await audioOf(page)).toMatchObject({
      playbackRate: 1.1,
      preservesPitch: true,
      muted: true,
    });
    await page.keyboard.press('k');
    expect((await audioOf(page)).paused).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.type('kj');
    expect((await audioOf(page)).paused).toBe(true);
  });

  test('letters can be kept to the player', async () => {
    const { page } = await openEpisode();
    await page.keyboard.press('?');
    await page.getByLabel('Letters work anywhere on the page').uncheck();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('k');
    expect((await audioOf(page)).paused).toBe(true);
    await page.getByRole('slider', { name: 'Position' }).press('k');
    await playing(page);
  });

  test('every key of the sheet does something', async () => {
    const { page } = await openEpisode();
    await page.keyboard.press('?');
    const listed = await page.locator('dialog kbd').allTextContents();
    await page.keyboard.press('Escape');
    const names: Record<string, string> = {
      Space: ' ',
      '←': 'ArrowLeft',
      '→': 'ArrowRight',
      PgDn: 'PageDown',
      PgUp: 'PageUp',
    };
    const bar = page.getByRole('slider', { name: 'Position' });
    for (const key of listed.filter((name) => name !== 'Enter')) {
      await bar.focus();
      const taken = await bar.evaluate(
        (element, pressed) =>
          !element.dispatchEvent(
            new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
          ),
        names[key] ?? key,
      );
      expect([key, taken]).toEqual([key, true]);
      await page.evaluate(() => document.querySelector('dialog')?.close());
    }
  });
});

test('chapters are a list that says which is heard', async () => {
  const { page } = await openEpisode();
  const list = page.getByRole('combobox', { name: 'Chapter' });
  await list.selectOption('Leaves');
  await play(page);
  await eventually(() => time(page)).toBeGreaterThan(10);
  await page.keyboard.press('n');
  expect(await list.evaluate((element) => (element as HTMLSelectElement).value)).toBe('Fruit');
});

test('the speed is kept for the episode, and is where a new one begins', async () => {
  const { page } = await openEpisode();
  const speed = page.getByRole('combobox', { name: 'Speed' });
  await speed.selectOption('3');
  expect((await audioOf(page)).playbackRate).toBe(3);
  await page.goto(show.page('birds'));
  await speed.selectOption('0.5');
  await page.goto(show.page('trees'));
  expect((await audioOf(page)).playbackRate).toBe(3);
  await play(page);
  await playing(page);
  expect((await audioOf(page)).playbackRate).toBe(3);
});

test('remembers where one stopped, and begins anew after the end', async () => {
  const { page } = await openEpisode({}, '#t=12');
  await play(page);
  await eventually(() => time(page)).toBeGreaterThan(12.2);
  await pause(page);
  await page.goto('about:blank');
  await page.goto(show.page('trees'));
  await play(page);
  await playing(page);
  expect(await time(page)).toBeGreaterThan(11);
  await pause(page);
  await page.goto('about:blank');
  await page.goto(`${show.page('trees')}#t=39`);
  await play(page);
  await eventually(async () => (await audioOf(page)).paused).toBe(true);
  await page.goto('about:blank');
  await page.goto(show.page('trees'));
  expect(await page.locator('[data-part=position]').textContent()).toBe('0:00');
});

describe('the sleep timer', () => {
  test('stops at the end of the chapter', async () => {
    const { page } = await openEpisode({}, '#t=8.5');
    await page.locator('.more summary').click();
    await page.locator('[data-part=sleep]').selectOption('chapter');
    await page.keyboard.press('Escape');
    await play(page);
    await eventually(async () => (await audioOf(page)).currentTime).toBeGreaterThan(9.9);
    await eventually(async () => (await audioOf(page)).paused).toBe(true);
    expect(await time(page)).toBeLessThan(11);
  });

  test('waits for the end of the chapter that one jumps to', async () => {
    const { page } = await openEpisode({}, '#t=8.5');
    await page.locator('.more summary').click();
    await page.locator('[data-part=sleep]').selectOption('chapter');
    await page.getByRole('combobox', { name: 'Chapter' }).selectOption('Fruit');
    expect(await page.locator('[data-part=sleepLeft]').textContent()).toBe('0:10');
  });

  test('stops after some time of listening', async () => {
    const { page } = await openEpisode();
    await page.locator('.more summary').click();
    const list = page.locator('[data-part=sleep]');
    // A timer of six tenths of a second, so that nobody has to wait five minutes.
    await list.evaluate((element) => {
      (element as HTMLSelectElement).options[1]?.setAttribute('value', '0.01');
    });
    await list.selectOption('0.01');
    expect(await page.locator('[data-part=sleepLeft]').textContent()).toBe('0:00');
    await play(page);
    await playing(page);
    await eventually(async () => (await audioOf(page)).paused).toBe(true);
    expect(await list.inputValue()).toBe('');
  });
});

test('a reload goes on where one listened, a link goes where it says', async () => {
  const { page } = await openEpisode({}, '#t=12,13');
  await play(page);
  await eventually(async () => (await audioOf(page)).paused).toBe(true);
  await page.reload();
  expect(await page.locator('[data-part=position]').textContent()).toBe('0:12');
  await page.getByRole('slider', { name: 'Position' }).press('ArrowRight');
  await play(page);
  await eventually(() => time(page)).toBeGreaterThan(17);
  await pause(page);
  await page.reload();
  expect(await page.locator('[data-part=position]').textContent()).toBe('0:17');
});

test('another part of the address moves nothing', async () => {
  const { page } = await openEpisode({}, '?t=33');
  await page.getByRole('slider', { name: 'Position' }).press('Home');
  await page.getByRole('link', { name: 'Read the transcript' }).click();
  await eventually(() => page.evaluate(() => location.hash)).toBe('#transcript');
  expect(await page.locator('[data-part=position]').textContent()).toBe('0:00');
});

test('the volume has a slider', async () => {
  const { page } = await openEpisode();
  await page.locator('.more summary').click();
  await page.getByRole('slider', { name: 'Volume' }).fill('0.3');
  expect((await audioOf(page)).volume).toBeCloseTo(0.3);
});

test('sound that cannot be played is said in a sentence, with the file to download, and keeps its place', async () => {
  const { page } = await openEpisode({}, '#t=33');
  await page.route('**/audio/**', (route) => route.abort());
  await play(page);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('cannot be played right now');
  expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe(
    '/audio/trees.mp3',
  );
  await page.unroute('**/audio/**');
  await play(page);
  await playing(page);
  await eventually(() => page.getByRole('alert').isVisible()).toBe(false);
  expect(await time(page)).toBeGreaterThan(32.9);
});

test('the lock screen and headset keys know what plays and move in it', async () => {
  const { page } = await openEpisode();
  await page.evaluate(() => {
    const given: Record<string, MediaSessionActionHandler | null> = {};
    navigator.mediaSession.setActionHandler = (name, act) => {
      given[name] = act;
    };
    Object.assign(globalThis, { given });
  });
  await play(page);
  await playing(page);
  expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe('Trees');
  const press = (action: MediaSessionAction, details = {}) =>
    page.evaluate(
      ([name, more]) =>
        (globalThis as unknown as { given: Record<string, MediaSessionActionHandler> }).given[
          name
        ]?.({
          action: name,
          ...more,
        }),
      [action, details] as const,
    );
  await press('seekto', { seekTime: 20 });
  await eventually(() => time(page)).toBeGreaterThan(20);
  await press('nexttrack');
  await eventually(() => time(page)).toBeGreaterThan(30);
  await press('pause');
  expect((await audioOf(page)).paused).toBe(true);
});
