import { compareWithBare } from './against-bare.ts';
import type { Bench } from './bench.ts';
import { firstByteRows } from './first-byte.ts';
import { get } from './get.ts';
import { makeShow } from './make-show.ts';
import type { Row, Table } from './print-table.ts';
import { type RunningServer, runServer } from './run-server.ts';

const manyEpisodes = 5000;
/** The transcripts are not in the feed. */
const words = 500;
const path = '/feed.xml';

/** What the feed of a large show costs: after a publish, on the wire, and for apps that poll it. */
export async function benchFeed(bench: Bench): Promise<Table> {
  const { server: main, say } = bench;
  const episodes = bench.episodes ?? manyEpisodes;
  say('measuring the memory of a show of one episode');
  const one = await memoryOfOne(bench);
  say(`making a show of ${episodes}`);
  const { folder } = await makeShow(bench, { name: 'many', episodes, words });
  const server = await runServer(main, folder);
  const rows: Row[] = [];
  const beside = (what: string, value: number, known: number) =>
    rows.push({ what, value, unit: 'MB', known: { what: 'one episode', value: known } });
  try {
    const afterStart = await server.memory();
    rows.push(...(await firstByteRows(bench, server, path)));
    rows.push(...(await sizeRows(server)));
    rows.push(...(await compareWithBare(bench, server.url, await questionsFor(server))));
    beside('memory after start', afterStart, one.afterStart);
    beside('memory after all this', await server.memory(), one.afterFeed);
  } finally {
    await server.stop();
  }
  return { title: `The feed of a show of ${episodes} episodes`, rows };
}

async function memoryOfOne(bench: Bench) {
  const { folder } = await makeShow(bench, { name: 'one', episodes: 1, words });
  const server = await runServer(bench.server, folder);
  try {
    const afterStart = await server.memory();
    await get(`${server.url}${path}`, { 'accept-encoding': 'br' });
    return { afterStart, afterFeed: await server.memory() };
  } finally {
    await server.stop();
  }
}

async function sizeRows({ url }: RunningServer): Promise<Row[]> {
  const plain = (await get(`${url}${path}`)).body;
  const text = plain.toString();
  const items = text.split('<item>').length - 1;
  // RFC 5005, 3: the end of a feed in pages.
  const last = /rel="last" href="[^"]*page=(\d+)"/.exec(text)?.[1] ?? 1;
  const rows: Row[] = [
    { what: 'episodes on the first page', value: items, unit: '', known: null },
    { what: 'pages', value: Number(last), unit: '', known: null },
    { what: 'first page, identity', value: plain.length, unit: 'B', known: null },
  ];
  for (const [encoding, name] of [
    ['gzip', 'gzip'],
    ['br', 'brotli'],
  ] as const) {
    const { body } = await get(`${url}${path}`, { 'accept-encoding': encoding });
    const beside = (what: string, per: number): Row => ({
      what,
      value: Math.round(body.length / per),
      unit: 'B',
      known: { what: 'identity', value: Math.round(plain.length / per) },
    });
    rows.push(beside(`first page, ${name}`, 1), beside(`an episode of it, ${name}`, items));
  }
  return rows;
}

async function questionsFor({ url }: RunningServer) {
  const accepted = { 'accept-encoding': 'br' };
  const { headers } = await get(`${url}${path}`, accepted);
  const known = { ...accepted, 'if-none-match': headers.etag ?? '' };
  return [
    { what: 'feed, brotli, remembered', path, headers: accepted },
    { what: 'feed, 304', path, headers: known },
  ];
}
