import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium, quietFlags } from '../../find-chromium.ts';

/** A laptop's. */
const viewport = { width: 1280, height: 900 };

/** Lends a browser without a window. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { args, ...chromiumHere } = await findChromium();
  const browser = await chromium.launch({ ...chromiumHere, args: [...args, ...quietFlags] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Lends an empty page to which nothing has been cached yet. */
export async function withPage<T>(
  browser: Browser,
  use: (page: Page) => Promise<T>,
  as: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({ viewport, ...as });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}
