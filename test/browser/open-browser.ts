import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

/** Keeps the browser from looking for its maker's servers, and lets it play without a click. */
const quiet = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--mute-audio',
  '--no-first-run',
];

export interface OpenPage {
  page: Page;
  /** What the page complained about: errors, and what its Content-Security-Policy refused. */
  complaints: string[];
}

/** One browser for all files that a worker runs; it goes with the worker. */
let launched: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const { args, ...chromiumHere } = await findChromium();
  return chromium.launch({ ...chromiumHere, args: [...args, ...quiet] });
}

/** A real browser for the tests of a file, each page in a context of its own. */
export function useBrowser(): { open(url: string, as?: BrowserContextOptions): Promise<OpenPage> } {
  let browser: Browser;
  beforeAll(async () => {
    launched ??= launch();
    browser = await launched;
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  return {
    async open(url, as = {}) {
      const context = await browser.newContext(as);
      const page = await context.newPage();
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
