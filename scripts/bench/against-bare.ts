import autocannon from 'autocannon';
import { startBare } from './bare-server.ts';
import type { Bench } from './bench.ts';
import { median } from './figures.ts';
import { get } from './get.ts';
import type { Row } from './print-table.ts';

/** Requests at a time, seconds of one run, and how often each server has its turn. */
const connections = 20;
const duration = 1;
const turns = 9;

/** What is asked of the server; the bare route sends back what it answered. */
export interface Question {
  what: string;
  path: string;
  headers: Record<string, string>;
}

/**
 * How many requests a second are answered, question by question, against bare Fastify routes that send the
 * same bytes under the same headers.
 *
 * @param url where the server answers
 */
export async function compareWithBare(
  { itself, scratch, say }: Pick<Bench, 'itself' | 'scratch' | 'say'>,
  url: string,
  questions: Question[],
): Promise<Row[]> {
  const answers = await Promise.all(
    questions.map(({ path, headers }) => get(`${url}${path}`, headers)),
  );
  const bare = await startBare(itself, answers, scratch);
  const rows: Row[] = [];
  try {
    for (const [at, { what, path, headers }] of questions.entries()) {
      say(`${what}, ${answers[at]?.body.length} bytes`);
      rows.push(await compare(what, `${url}${path}`, `${bare.url}/${at}`, headers));
    }
  } finally {
    await bare.stop();
  }
  return rows;
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
