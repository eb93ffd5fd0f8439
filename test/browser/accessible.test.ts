import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyTenth, useShow } from './made-show.ts';
import { phone, useBrowser } from './open-browser.ts';
import { selectWords } from './read-page.ts';

const show = useShow({
  words: { transcript: everyTenth, facts: ['tags: [trees]'] },
  untimed: { transcript: ['transcript.txt', 'A: Who keeps the bees?\n\nB: Nobody.\n\nA: Why?\n'] },
  silent: {},
});
const { open } = useBrowser();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const looks = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['narrow', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
] as const;

/** What axe finds, and how far the page reaches beyond the window. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [look, { colorScheme, viewport }] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    found.push(
      ...(await page.evaluate(async (name) => {
        type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide =
          scrollWidth > clientWidth ? [`${name}: ${scrollWidth - clientWidth} too wide`] : [];
        return [...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`), ...wide];
      }, look)),
    );
  }
  return found;
}

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
  // Axe is our tool, not the page's: it comes in past the page's policy.
  await page.evaluate(axe);
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
  await page.evaluate(axe);
  expect(await findings(page)).toEqual([]);
});
