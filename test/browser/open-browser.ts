import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
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

/** A real browser for the tests of a file. */
export function useBrowser(): { open(url: string, as?: BrowserContextOptions): Promise<OpenPage> } {
  let browser: Browser;
  beforeAll(async () => {
    const { args, ...chromiumHere } = await findChromium();
    browser = await chromium.launch({ ...chromiumHere, args: [...args, ...quiet] });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(() => browser?.close());
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
