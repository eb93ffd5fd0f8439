import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from './axe.ts';
import { everyTenth, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import { selectWords } from './read-page.ts';

const show = useShow({
  words: { transcript: everyTenth, facts: ['tags: [trees]'] },
  untimed: { transcript: ['transcript.txt', 'A: Who keeps the bees?\n\nB: Nobody.\n\nA: Why?\n'] },
  silent: {},
});
const { open } = useBrowser();

const pages: [name: string, path: string][] = [
  ['the front page', '../../'],
  ['an episode', ''],
  ['an untimed episode', '../untimed/'],
  ['an episode without words', '../silent/'],
  ['the player for other sites', '../../embed/words/'],
  ['the same with words', '../../embed/words/?transcript'],
  ['a tag', '../../tags/trees/'],
  ['nothing', '../../nowhere'],
];
test.each(pages)('axe finds nothing on the page of %s, and it fits', async (_, path) => {
  const { page, complaints } = await open(new URL(path, show.page('words')).href, phone);
  expect(await findings(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

const states: [name: string, act: (page: Page) => Promise<unknown>][] = [
  [
    'searching',
    async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('w1');
      await page
        .getByText(/1 of \d/)
        .first()
        .waitFor();
    },
  ],
  ['choosing', (page) => page.locator('.more summary').click()],
  ['reading the keys', (page) => page.keyboard.press('?')],
  [
    'quoting',
    async (page) => {
      await selectWords(page, 'w1', 'w9');
      await page.getByRole('group', { name: 'Selected words' }).waitFor();
    },
  ],
];
test.each(states)('axe finds nothing while someone is %s', async (_, act) => {
  const { page } = await open(`${show.page('words')}#t=2,3`);
  await act(page);
  expect(await findings(page)).toEqual([]);
});
