import type { Browser } from 'playwright-core';
import { withPage } from './open-browser.ts';

interface WithReadable {
  readable: Promise<number>;
}

/**
 * How long it takes from the navigation to a transcript that can be read, ms: until the first paragraph of
 * it has been shown on the screen, and the frame is over in which the last one got its place; the lines of
 * what is out of sight are laid out when it comes near, if the page says so. The browser's cache is empty, the page opens at its transcript, and nothing slows the way between the two.
 */
export async function timeToRead(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    await page.addInitScript(watchReadable);
    await page.goto(`${url}#transcript`);
    return page.evaluate(() => (window as unknown as WithReadable).readable);
  });
}

/** Runs in the page before anything of it is there. */
function watchReadable() {
  const paragraphs = '.said p';
  const shown = new Promise<number>((resolve) => {
    // Element Timing tells when a marked element was on the screen, to the frame.
    const marking = new MutationObserver(() => {
      const first = document.querySelector(paragraphs);
      if (first === null) return;
      first.setAttribute('elementtiming', 'first');
      marking.disconnect();
    });
    marking.observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) resolve(startTime);
    }).observe({ type: 'element', buffered: true });
  });
  const laidOut = new Promise<number>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const last = [...document.querySelectorAll(paragraphs)].at(-1);
      if (last && last.getBoundingClientRect().height > 0) resolve(performance.now());
      else requestAnimationFrame(() => port2.postMessage(null));
    };
    document.addEventListener('readystatechange', () => {
      // A message is heard after the frame that is drawn when this callback returns.
      if (document.readyState === 'interactive') {
        requestAnimationFrame(() => port2.postMessage(null));
      }
    });
  });
  const readable = Promise.all([shown, laidOut]).then((times) => Math.max(...times));
  Object.assign(window, { readable });
}
