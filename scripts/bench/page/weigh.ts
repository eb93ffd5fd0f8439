import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';
import { get } from '../get.ts';
import { withPage } from './open-browser.ts';

/** What a page costs before anyone presses play: bytes as they go over the wire. */
export interface Weight {
  /** Heads and bodies of everything that is loaded. */
  all: number;
  document: number;
  /** Bodies, compressed. */
  script: number;
  style: number;
  /** Of the page as it stands when its script has run. */
  elements: number;
}

interface Answer {
  type: string;
  url: string;
  head: number;
  /** Received so far, as it was before compression. */
  taken: number;
  /** Head and body as they came; null while the answer is not over. */
  whole: number | null;
}

/** How long a page may go on loading after it says that it is there, ms. */
const afterwards = 1500;

/** Loads a page with an empty cache on a fine screen, which asks for larger pictures where there are any. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  return withPage(
    browser,
    async (page) => {
      const answers = await listen(await page.context().newCDPSession(page));
      await page.goto(url);
      await sleep(afterwards);
      const signs = await page.$$eval('link[rel~="icon"], link[rel="manifest"]', (links) =>
        links.map((link) => (link as HTMLLinkElement).href),
      );
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      const loaded = [...answers.values()].filter((answer) => answer.url.startsWith('http'));
      const sizes = (type: string) => loaded.filter((answer) => answer.type === type);
      return {
        all: sum(loaded.map(sizeOf)) + (await weighMissing(signs, loaded)),
        document: sum(sizes('Document').map(sizeOf)),
        script: sum(sizes('Script').map(bodyOf)),
        style: sum(sizes('Stylesheet').map(bodyOf)),
        elements,
      };
    },
    { deviceScaleFactor: 2 },
  );
}

async function listen(session: CDPSession): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const head = response.encodedDataLength;
    answers.set(requestId, { type, url: response.url, head, taken: 0, whole: null });
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.taken += dataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.whole = encodedDataLength;
  });
  await session.send('Network.enable');
  return answers;
}

/** Of sound that is being fetched there is no end yet, and what has come is not compressed. */
function sizeOf({ whole, head, taken }: Answer): number {
  return whole ?? head + taken;
}

function bodyOf(answer: Answer): number {
  return sizeOf(answer) - answer.head;
}

/** Icons and the manifest are loaded by a browser with a window, and not by every one without. */
async function weighMissing(urls: string[], loaded: Answer[]): Promise<number> {
  const missing = urls.filter((url) => !loaded.some((answer) => answer.url === url));
  const answers = await Promise.all(missing.map((url) => get(url, { 'accept-encoding': 'br' })));
  return sum(answers.map(({ body, headers }) => body.length + JSON.stringify(headers).length));
}

function sum(sizes: number[]): number {
  return sizes.reduce((so, size) => so + size, 0);
}
