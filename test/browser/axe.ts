import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const looks = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['narrow', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
] as const;

/** What axe finds in the page as it is now, in each look, and how far it reaches beyond the window. */
export async function findings(page: Page): Promise<string[]> {
  // Axe is our tool, not the page's: it comes in past the page's policy.
  await page.evaluate(axe);
  const found: string[] = [];
  for (const [look, { colorScheme, viewport }] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    found.push(
      ...(await page.evaluate(async (name) => {
        type Found = { violations: { id: string; nodes: { html: string }[] }[] };
        type Axe = { run(options: { resultTypes: string[] }): Promise<Found> };
        const { axe } = globalThis as unknown as { axe: Axe };
        // Every rule is tried; only what breaks one is described.
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide =
          scrollWidth > clientWidth ? [`${name}: ${scrollWidth - clientWidth} too wide`] : [];
        return [...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`), ...wide];
      }, look)),
    );
  }
  return found;
}
