import { describe, expect, test } from 'vitest';
import { everyTenth, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';

const hostile = {
  script: '<script>document.title = "taken"</script>',
  image: '"><img src=x onerror="document.title=\'taken\'">',
  link: '[press](javascript:document.title="taken") javascript:document.title="taken"',
  long: 'a'.repeat(50_000),
};
const arabic = `WEBVTT

00:01.000 --> 00:05.000
<v ليلى>إلى اليسار يمكننا أن نرى

00:08.000 --> 00:12.000
<v كريم>ماذا نرى، <i>Proog</i>؟
`;

const show = useShow({
  words: { transcript: everyTenth, facts: ['title: Leaves'] },
  untimed: { transcript: ['transcript.txt', 'A: Who keeps the bees?\n\nB: Nobody.\n\nA: Why?\n'] },
  silent: {},
  hostile: {
    transcript: ['transcript.txt', `R: ${Object.values(hostile).join('\n\nF: ')}\n`],
    facts: [`title: ${JSON.stringify(hostile.image + hostile.long.slice(0, 300))}`],
  },
  arabic: { transcript: ['transcript.vtt', arabic] },
});
const { open } = useBrowser();

describe('without JavaScript', () => {
  test.each(['words', 'untimed', 'arabic'])('the page of %s plays and reads', async (slug) => {
    const { page } = await open(show.page(slug), { javaScriptEnabled: false });
    await page.locator('audio[controls]').waitFor({ state: 'visible' });
    expect(await page.locator('.turn').count()).toBeGreaterThan(1);
    await page
      .getByRole('link', { name: /download mp3/i })
      .first()
      .waitFor({ state: 'visible' });
    expect(await page.locator('button:visible, input:visible, dialog:visible').count()).toBe(0);
  });

  test('the time of a turn leads to it', async () => {
    const { page } = await open(show.page('words'), {
      javaScriptEnabled: false,
      viewport: { width: 900, height: 400 },
    });
    await page.locator('.moment', { hasText: '0:36' }).click();
    expect(new URL(page.url()).hash).toBe('#t=36');
    const top = (await page.locator('[id="t=36"]').boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(400);
  });

  test('an episode without a transcript says so', async () => {
    const { page } = await open(show.page('silent'), { javaScriptEnabled: false });
    await page.getByText('There is no transcript of this episode yet.').waitFor();
  });

  test('an untimed transcript says so and offers no captions', async () => {
    const { page } = await open(show.page('untimed'), { javaScriptEnabled: false });
    await page.getByText('This transcript has no times').waitFor();
    expect(await page.locator('a[href$=".vtt"], a[href$=".srt"]').count()).toBe(0);
  });
});

test.each([
  ['wide', {}],
  ['on a phone', phone],
])('hostile text is text and breaks no layout, %s', async (_, as) => {
  const { page, complaints } = await open(show.page('hostile'), as);
  const text = (await page.locator('.said').allTextContents()).join(' ');
  for (const said of Object.values(hostile)) expect(text).toContain(said);
  expect(await page.title()).not.toBe('taken');
  expect(await page.locator('.transcript img, a[href^="javascript:"]').count()).toBe(0);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  expect(complaints).toEqual([]);
});

test('Arabic reads from right to left, the player from left to right', async () => {
  const { page } = await open(`${show.page('arabic')}#t=9`);
  const said = page.locator('.said p').first();
  expect(await said.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  const edges = await page.evaluate(() => {
    const column = document.querySelector('.turns') as HTMLElement;
    const name = document.querySelector('.name') as HTMLElement;
    return [column, name].map((element) => element.getBoundingClientRect().right);
  });
  expect(edges[1]).toBeGreaterThan((edges[0] ?? 0) - 1);
  expect(await page.locator('.player').evaluate((one) => getComputedStyle(one).direction)).toBe(
    'ltr',
  );
});

test('reads in order: what it is, the player, then who says what', async () => {
  const { page } = await open(show.page('words'));
  const tree = await page.locator('main').ariaSnapshot();
  const order = [
    'heading "Leaves" [level=1]',
    'slider "Position"',
    'button "Play"',
    'button "Back 15 seconds"',
    'combobox "Chapter"',
    'button "Search the transcript"',
    'combobox "Speed"',
    'link "Download MP3"',
    'heading "Chapters" [level=2]',
    'heading "Transcript" [level=2]',
    'heading "Roots" [level=3]',
    'Ann Leaf',
    'link "Play from 0:00"',
    'w0 w1 w2',
    'Ben Root',
    'w40 w41',
    'heading "Leaves" [level=3]',
    'heading "Fruit" [level=3]',
  ];
  let last = 0;
  for (const part of order) {
    const at = tree.indexOf(part, last);
    expect([part, at >= last]).toEqual([part, true]);
    last = at;
  }
});

test('on paper it is the interview alone, with names, times and source', async () => {
  const { page } = await open(show.page('words'));
  await page.emulateMedia({ media: 'print' });
  const seen = async (what: string) => page.locator(what).first().isVisible();
  for (const what of ['h1', '.name', '.moment', '.said p', '.source']) {
    expect([what, await seen(what)]).toEqual([what, true]);
  }
  for (const what of ['.player', '.forms', '.find-here', '.quote-bar', '.embed-code', '.foot']) {
    expect([what, await seen(what)]).toEqual([what, false]);
  }
});

test('the name of who speaks stays while a long turn scrolls', async () => {
  const { page } = await open(show.page('words'), { viewport: { width: 400, height: 300 } });
  await page.evaluate(() => {
    const [, paragraph] = document.querySelectorAll('.said p');
    scrollBy(0, (paragraph?.getBoundingClientRect().bottom ?? 0) - 60);
  });
  const name = await page.locator('.name').nth(1).boundingBox();
  expect(name?.y).toBeGreaterThanOrEqual(0);
  expect(name?.y).toBeLessThan(40);
});
