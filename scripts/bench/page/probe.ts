import type { Place } from '../../../src/player/word-times.ts';

/** What the bench sees of a page, from inside. */
export interface Probe {
  /** The times of the page's words, as it has them. */
  times(): string;
  /** Scrolls until a word is at a height of the window, 0–1, and says where its middle is, CSS pixels. */
  show(word: Place, height: number): Promise<{ x: number; y: number }>;
  /** Waits for a click, and then for the sound from a moment on, in seconds. */
  expectSound(from: number): void;
  /** From that click to that sound, ms. */
  untilSound(): Promise<number>;
  watch(): void;
  /** What was seen since. */
  watched(): Watched;
}

export interface Watched {
  /** Whenever another word was painted: which, and where the sound was then, in seconds. */
  painted: (Place & { media: number })[];
  /** Tasks of more than 50 ms, each with its length. */
  longTasks: number[];
  /** How often the page scrolled by itself. */
  scrolls: number;
  /** How much the sound's clock strayed from the wall's, ms. */
  strayed: number;
}

/** Runs in the page, so everything it needs is within it. */
export function createProbe(): Probe {
  const audio = document.querySelector('audio') as HTMLAudioElement;
  const paragraphs = [...document.querySelectorAll('.said p')];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  const rangeOf = ({ paragraph, word }: Place) => {
    const texts = document.createTreeWalker(paragraphs[paragraph] as Element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let spaces = 0;
    while (texts.nextNode()) {
      const { data } = texts.currentNode as Text;
      for (let at = 0; at < data.length; at += 1) {
        if (data[at] === ' ') spaces += 1;
        else if (spaces === word) {
          const end = data.indexOf(' ', at);
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, end === -1 ? data.length : end);
          return range;
        }
      }
    }
    throw new Error(`paragraph ${paragraph} has no word ${word}`);
  };
  const placeOf = ({ startContainer, startOffset }: AbstractRange): Place => {
    const before = document.createRange();
    const paragraph = paragraphs.findIndex((element) => element.contains(startContainer));
    before.setStart(paragraphs[paragraph] as Element, 0);
    before.setEnd(startContainer, startOffset);
    return { paragraph, word: before.toString().split(' ').length - 1 };
  };

  // The clock jumps a little ahead when sound is about to begin, and then waits for it. After a tenth of a
  // second it runs with the sound, and so says when that began.
  const settled = 0.1;
  let sound: Promise<number> | null = null;
  const soundFrom = (from: number, click: number) =>
    new Promise<number>((resolve, reject) => {
      const looking = setInterval(() => {
        const { currentTime, paused, seeking } = audio;
        const now = performance.now();
        const heard = currentTime - from;
        if (!paused && !seeking && heard > settled && heard < 2) {
          clearInterval(looking);
          resolve(now - heard * 1000 - click);
        } else if (now - click > 10_000) {
          clearInterval(looking);
          reject(new Error(`no sound from ${from} s on; it is at ${currentTime} s`));
        }
      }, 1);
    });

  const seen: Watched = { painted: [], longTasks: [], scrolls: 0, strayed: 0 };
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  });
  const scrolled = () => {
    seen.scrolls += 1;
  };
  let watching = false;
  let last: AbstractRange | undefined;
  const offsets = { least: Infinity, most: -Infinity };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const media = audio.currentTime;
    const offset = media * 1000 - performance.now();
    offsets.least = Math.min(offsets.least, offset);
    offsets.most = Math.max(offsets.most, offset);
    const [range] = CSS.highlights.get('spoken')?.values() ?? [];
    if (range !== undefined && range !== last) seen.painted.push({ ...placeOf(range), media });
    last = range;
  };
  // A message is heard after the frame: what is read then has been painted.
  const everyFrame = () => {
    port2.postMessage(null);
    if (watching) requestAnimationFrame(everyFrame);
  };

  return {
    times: () => document.getElementById('word-times')?.textContent ?? '',
    async show(word, height) {
      // Again and again: what comes into sight is laid out only then, and moves the rest.
      for (let time = 0; time < 6; time += 1) {
        const { top } = rangeOf(word).getBoundingClientRect();
        scrollBy({ top: top - innerHeight * height, behavior: 'instant' });
        await frame();
      }
      const [{ left, top, width, height: high }] = rangeOf(word).getClientRects() as unknown as [
        DOMRect,
      ];
      return { x: left + width / 2, y: top + high / 2 };
    },
    expectSound(from) {
      sound = new Promise((resolve) => {
        const clicked = ({ timeStamp }: Event) => resolve(soundFrom(from, timeStamp));
        addEventListener('click', clicked, { capture: true, once: true });
      });
    },
    untilSound: () => sound ?? Promise.reject(new Error('no sound is expected')),
    watch() {
      watching = true;
      tasks.observe({ type: 'longtask' });
      addEventListener('scrollend', scrolled);
      everyFrame();
    },
    watched() {
      watching = false;
      for (const { duration } of tasks.takeRecords()) seen.longTasks.push(duration);
      tasks.disconnect();
      removeEventListener('scrollend', scrolled);
      return { ...seen, strayed: offsets.most - offsets.least };
    },
  };
}
