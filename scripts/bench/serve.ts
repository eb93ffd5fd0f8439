import autocannon from 'autocannon';
import { startBare } from './bare-server.ts';
import type { Bench } from './bench.ts';
import { median } from './figures.ts';
import { get } from './get.ts';
import { latencyRows } from './latency.ts';
import { makeShow } from './make-show.ts';
import type { Row, Table } from './print-table.ts';
import { runServer } from './run-server.ts';

/** Requests at a time, seconds of one run, and how often each server has its turn. */
const connections = 20;
const duration = 1;
const turns = 9;

/** How many requests a second are answered, against bare Fastify routes that send the same bytes. */
export async function benchServe(bench: Bench): Promise<Table> {
  const { server: main, itself, scratch, say } = bench;
  say('making a show of 100 episodes of 10,000 words');
  const { folder, slugs } = await makeShow(bench, { name: 'show', episodes: 100, words: 10_000 });
  const server = await runServer(main, folder);
  const rows: Row[] = [];
  try {
    const questions = await questionsFor(server.url, `/episodes/${slugs[0]}/`);
    const answers = await Promise.all(
      questions.map(({ path, headers }) => get(`${server.url}${path}`, headers)),
    );
    const bare = await startBare(itself, answers, scratch);
    try {
      for (const [at, { what, path, headers }] of questions.entries()) {
        say(`${what}, ${answers[at]?.body.length} bytes`);
        rows.push(await compare(what, `${server.url}${path}`, `${bare.url}/${at}`, headers));
      }
    } finally {
      await bare.stop();
    }
    rows.push(...(await latencyRows(bench, server, `/episodes/${slugs[0]}/`)));
  } finally {
    await server.stop();
  }
  return { title: 'Serving a page of 10,000 words and a feed of 100 episodes', rows };
}

interface Question {
  what: string;
  path: string;
  headers: Record<string, string>;
}

async function questionsFor(url: string, page: string): Promise<Question[]> {
  const questions: Question[] = [];
  for (const [what, path] of [
    ['episode page', page],
    ['feed', '/feed.xml'],
  ] as const) {
    const { headers } = await get(`${url}${path}`);
    questions.push(
      { what, path, headers: {} },
      { what: `${what}, brotli`, path, headers: { 'accept-encoding': 'gzip, deflate, br' } },
      { what: `${what}, 304`, path, headers: { 'if-none-match': headers.etag ?? '' } },
    );
  }
  return questions;
}

/** The two take turns, so that whatever else the machine does falls on both. */
async function compare(
  what: string,
  ours: string,
  bare: string,
  headers: Record<string, string>,
): Promise<Row> {
  for (const url of [ours, bare]) await requestsPerSecond(url, headers, 1);
  const measured: { ours: number; bare: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    measured.push({
      ours: await requestsPerSecond(ours, headers, duration),
      bare: await requestsPerSecond(bare, headers, duration),
    });
  }
  return {
    what,
    value: median(measured.map((pair) => pair.ours)),
    unit: '/s',
    known: { what: 'bare Fastify', value: median(measured.map((pair) => pair.bare)) },
  };
}

async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<number> {
  const {
    requests,
    errors,
    duration: took,
  } = await autocannon({
    url,
    headers,
    connections,
    duration: seconds,
  });
  if (errors > 0) throw new Error(`${errors} of the requests to ${url} were not answered`);
  return requests.total / took;
}
