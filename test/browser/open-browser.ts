import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { findChromium, quietFlags } from '../../scripts/find-chromium.ts';

/** Lets pages play without a click. */
const autoplay = '--autoplay-policy=no-user-gesture-required';

export interface OpenPage {
  page: Page;
  /** What the page complained about: errors, and what its Content-Security-Policy refused. */
  complaints: string[];
}

/** One browser for all files that a worker runs; it goes with the worker. */
let launched: Promise<Browser> | undefined;
/** Likewise one page for each kind of browser that tests ask for: opening one takes longer than most tests. */
const opened = new Map<string, Promise<Page>>();

async function launch(): Promise<Browser> {
  const { args, ...chromiumHere } = await findChromium();
  return chromium.launch({ ...chromiumHere, args: [...args, ...quietFlags, autoplay] });
}

async function newPage(as: BrowserContextOptions): Promise<Page> {
  launched ??= launch();
  const context = await (await launched).newContext(as);
  return context.newPage();
}

/** Opens a page as someone does who has never been there; leaves it when the test ends. */
export function useBrowser(): { open(url: string, as?: BrowserContextOptions): Promise<OpenPage> } {
  const inUse = new Set<Page>();
  afterEach(async () => {
    for (const page of inUse) {
      page.removeAllListeners();
      await page.unrouteAll();
      await page.emulateMedia({ media: null, colorScheme: null });
      await page.goto('about:blank');
    }
    inUse.clear();
  });
  return {
    async open(url, as = {}) {
      const kind = JSON.stringify(as);
      const known = opened.get(kind) ?? newPage(as);
      opened.set(kind, known);
      const page = await known;
      inUse.add(page);
      if (as.viewport) await page.setViewportSize(as.viewport);
      if (as.javaScriptEnabled !== false) {
        // What was remembered here is forgotten, from a page that remembers nothing.
        await page.goto(new URL('/robots.txt', url).href);
        await page.evaluate(() => localStorage.clear());
      }
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(url);
      return { page, complaints };
    },
  };
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
