import type { Browser } from 'playwright-core';
import type { Bench } from './bench.ts';
import { median, percentile } from './figures.ts';
import { get } from './get.ts';
import { makeShow } from './make-show.ts';
import { withBrowser } from './page/open-browser.ts';
import { serveSpans } from './page/span-page.ts';
import { timeClicks, timeFirstClicks } from './page/time-clicks.ts';
import { timeToRead } from './page/time-to-read.ts';
import { type Played, watchPlaying } from './page/watch-playing.ts';
import { type Weight, weigh } from './page/weigh.ts';
import type { Row, Table } from './print-table.ts';
import { runServer } from './run-server.ts';

const wordsAnHour = 10_000;
const loads = 12;
/** The other page, which takes long, is loaded once for so many loads of ours. */
const loadsForSpans = 3;
/** What a page may cost; of longer ones the bytes and the elements follow from those of an hour. */
const bars = { all: 120, script: 10, style: 6, elements: 2500, read: 500, lag: 50, sound: 150 };

/** What an episode's page costs and how quick it is, in a real browser, against a page with an element a word. */
export async function benchPage(bench: Bench): Promise<Table> {
  const one = await measurePage(bench, 1);
  const three = await measurePage(bench, 3);
  return {
    title: 'A page of one hour, 10,000 words, and one of three, with cover, chapters and waveform',
    rows: [
      ...rowsOf('1 h', one, bars),
      ...rowsOf('3 h', three, { ...bars, all: 3 * kB(one.ours) }),
    ],
  };
}

interface Figures {
  ours: Weight;
  spans: Weight;
  /** Milliseconds, as all that follow. */
  read: { ours: number[]; spans: number[] };
  played: Played;
  clicks: number[];
  firstClicks: number[];
}

async function measurePage(bench: Bench, hours: number): Promise<Figures> {
  const { server: main, say } = bench;
  say(`making a show of ${hours} h an episode`);
  const size = { name: `${hours}-hours`, episodes: 2, words: hours * wordsAnHour, whole: true };
  const { folder, slugs } = await makeShow(bench, size);
  const server = await runServer(main, folder);
  try {
    const url = `${server.url}/episodes/${slugs[0]}/`;
    await get(url, { 'accept-encoding': 'br' });
    return await withBrowser((browser) => measureIn(browser, url, say));
  } finally {
    await server.stop();
  }
}

async function measureIn(browser: Browser, url: string, say: Bench['say']): Promise<Figures> {
  const spanPage = await serveSpans(browser, url);
  try {
    say('weighing and loading');
    const ours = await weigh(browser, url);
    const spans = await weigh(browser, spanPage.url);
    const read: Figures['read'] = { ours: [], spans: [] };
    // In turn, so that whatever else the machine does falls on both.
    for (let load = 0; load < loads; load += 1) {
      read.ours.push(await timeToRead(browser, url));
      if (load % loadsForSpans === 0) read.spans.push(await timeToRead(browser, spanPage.url));
    }
    say('playing');
    const played = await watchPlaying(browser, url);
    say(described(played));
    say('clicking');
    const clicks = await timeClicks(browser, url);
    const firstClicks = await timeFirstClicks(browser, url);
    return { ours, spans, read, played, clicks, firstClicks };
  } finally {
    await spanPage.stop();
  }
}

function described({ lags, longTasks, scrolls, strayed }: Played): string {
  const tasks = longTasks.map((length) => `${Math.round(length)} ms`).join(', ') || 'none';
  return `${lags.length} words painted, scrolled ${scrolls} times, long tasks: ${tasks}; the sound's clock strayed ${strayed.toFixed(1)} ms`;
}

function rowsOf(name: string, figures: Figures, most: typeof bars): Row[] {
  const { ours, spans, read, played, clicks, firstClicks } = figures;
  const row = (what: string, value: number, unit: string, known: Row['known']): Row => ({
    what: `${name}: ${what}`,
    value,
    unit,
    known,
  });
  const atMost = (value: number) => ({ what: 'at most', value });
  const inSpans = (value: number) => ({ what: 'a span a word', value });
  const p95 = (times: number[]) => percentile(times, 0.95);
  return [
    row('loaded before play', kB(ours), 'kB', atMost(most.all)),
    row('of it our JavaScript', ours.script / 1000, 'kB', atMost(most.script)),
    row('of it our style sheet', ours.style / 1000, 'kB', atMost(most.style)),
    row('of it the document', ours.document / 1000, 'kB', inSpans(spans.document / 1000)),
    row('elements', ours.elements, '', name === '1 h' ? atMost(most.elements) : null),
    row('elements', ours.elements, '', inSpans(spans.elements)),
    row('navigation to readable, median', median(read.ours), 'ms', inSpans(median(read.spans))),
    row('navigation to readable, p95', p95(read.ours), 'ms', atMost(most.read)),
    row('word begun to word painted, p95', p95(played.lags), 'ms', atMost(most.lag)),
    row('click to sound, p95', p95(clicks), 'ms', atMost(most.sound)),
    row('first click to sound, p95', p95(firstClicks), 'ms', atMost(most.sound)),
    row('tasks over 50 ms while playing', played.longTasks.length, '', atMost(0)),
  ];
}

function kB({ all }: Weight): number {
  return all / 1000;
}
