import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { compress } from '../../../src/http/compress.ts';
import { readWordTimes, type Spoken } from '../../../src/player/word-times.ts';
import { get } from '../get.ts';
import { withPage } from './open-browser.ts';

/**
 * The same page as other projects make it: an element for every word with its start and its length, no list
 * of times beside it, and nothing that follows them. A server of its own has it in the same encoding, and all
 * else from ours.
 */
export async function serveSpans(browser: Browser, url: string) {
  const { origin, pathname } = new URL(url);
  const { headers } = await get(url, { 'accept-encoding': 'br' });
  const body = await compress(Buffer.from(await makeSpans(browser, url)), 'br');
  const server = createServer((asked, answer) => {
    if (asked.url === pathname) {
      const { 'content-length': _length, date: _date, connection: _connection, ...kept } = headers;
      answer.writeHead(200, { ...kept, 'content-length': body.length }).end(body);
      return;
    }
    const passedOn = request(`${origin}${asked.url}`, { headers: asked.headers }, (ours) => {
      answer.writeHead(ours.statusCode ?? 500, ours.headers);
      ours.pipe(answer);
    });
    passedOn.on('error', () => answer.destroy());
    answer.on('close', () => passedOn.destroy());
    passedOn.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function makeSpans(browser: Browser, url: string): Promise<string> {
  return withPage(
    browser,
    async (page) => {
      await page.goto(url);
      const times = await page.locator('#word-times').textContent();
      const words = readWordTimes(JSON.parse(times ?? '[]'));
      return page.evaluate(withSpans, words);
    },
    { javaScriptEnabled: false },
  );
}

/** Runs in the page. */
function withSpans(words: Spoken[]): string {
  const known = new Map(words.map((word) => [`${word.from.paragraph} ${word.from.word}`, word]));
  for (const [paragraph, element] of document.querySelectorAll('.said p').entries()) {
    const spans = (element.textContent ?? '').split(' ').map((text, at) => {
      const span = document.createElement('span');
      const { start = 0, end = null } = known.get(`${paragraph} ${at}`) ?? {};
      span.setAttribute('data-m', String(Math.round(start * 1000)));
      span.setAttribute('data-d', String(Math.round(((end ?? start) - start) * 1000)));
      span.textContent = `${text} `;
      return span;
    });
    element.replaceChildren(...spans);
  }
  // The words for search engines would not compress to nothing beside spans, and few others have them.
  const others = '#word-times, script[type="application/ld+json"]';
  for (const block of document.querySelectorAll(others)) block.remove();
  return `<!DOCTYPE html>${document.documentElement.outerHTML}`;
}
