import { layoutOf } from '../../src/store/layout.ts';
import { scanEpisodes } from '../../src/store/scan.ts';
import type { Bench } from './bench.ts';
import { median, timed } from './figures.ts';
import { get } from './get.ts';
import { makeShow } from './make-show.ts';
import type { Row, Table } from './print-table.ts';
import { type RunningServer, runServer } from './run-server.ts';

const manyEpisodes = 1000;
const words = 5000;
const pages = 200;
const encodings = { 'accept-encoding': 'br' };

interface Figures {
  start: number;
  afterStart: number;
  front: Asked;
  feed: Asked;
  page: Asked;
  afterPages: number;
  scan: number;
}

/** The first time, when it is rendered, and again. */
interface Asked {
  first: number;
  again: number;
}

/** What a large show costs, against a show of one episode. */
export async function benchMemory(bench: Bench): Promise<Table> {
  const { say } = bench;
  const episodes = bench.episodes ?? manyEpisodes;
  const one = await measureShow(bench, 1);
  const many = await measureShow(bench, episodes);
  say('done');
  const beside = (what: string, unit: string, of: (figures: Figures) => number): Row => ({
    what,
    value: of(many),
    unit,
    known: { what: 'one episode', value: of(one) },
  });
  return {
    title: `A show of ${episodes} episodes of ${words} words`,
    rows: [
      beside('start, from process to first answer', 'ms', ({ start }) => start),
      beside('memory after start', 'MB', ({ afterStart }) => afterStart),
      beside(`memory after the feed and ${pages} pages`, 'MB', ({ afterPages }) => afterPages),
      beside('one look over the folders', 'ms', ({ scan }) => scan),
      beside('feed, rendered', 'ms', ({ feed }) => feed.first),
      beside('feed, again', 'ms', ({ feed }) => feed.again),
      beside('front page, rendered', 'ms', ({ front }) => front.first),
      beside('episode page, rendered', 'ms', ({ page }) => page.first),
      beside('episode page, again', 'ms', ({ page }) => page.again),
    ],
  };
}

async function measureShow(bench: Bench, episodes: number): Promise<Figures> {
  const { server: main, say } = bench;
  say(`making a show of ${episodes}`);
  const { folder, slugs } = await makeShow(bench, { name: `show-${episodes}`, episodes, words });
  const scans: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    scans.push((await timed(() => scanEpisodes(layoutOf(folder)))).ms);
  }
  say('starting');
  const server = await runServer(main, folder);
  try {
    const afterStart = await server.memory();
    const front = await ask(server, '/');
    const feed = await ask(server, '/feed.xml');
    say(`asking for ${pages} pages`);
    const asked: Asked[] = [];
    for (let at = 0; at < pages; at += 1) {
      asked.push(await ask(server, `/episodes/${slugs[at % slugs.length]}/`));
    }
    return {
      start: server.startedIn,
      afterStart,
      front,
      feed,
      page: {
        first: median(asked.slice(0, slugs.length).map(({ first }) => first)),
        again: median(asked.map(({ again }) => again)),
      },
      afterPages: await server.memory(),
      scan: median(scans),
    };
  } finally {
    await server.stop();
  }
}

async function ask(server: RunningServer, path: string): Promise<Asked> {
  const first = await get(`${server.url}${path}`, encodings);
  const again = await get(`${server.url}${path}`, encodings);
  if (first.status !== 200) throw new Error(`${path} was answered with ${first.status}`);
  return { first: first.ms, again: again.ms };
}
