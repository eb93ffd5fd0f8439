import { compareWithBare, type Question } from './against-bare.ts';
import type { Bench } from './bench.ts';
import { get } from './get.ts';
import { latencyRows } from './latency.ts';
import { makeShow } from './make-show.ts';
import type { Row, Table } from './print-table.ts';
import { runServer } from './run-server.ts';

/** How many requests a second are answered, against bare Fastify routes that send the same bytes. */
export async function benchServe(bench: Bench): Promise<Table> {
  const { server: main, say } = bench;
  say('making a show of 100 episodes of 10,000 words');
  const { folder, slugs } = await makeShow(bench, { name: 'show', episodes: 100, words: 10_000 });
  const server = await runServer(main, folder);
  const rows: Row[] = [];
  try {
    const questions = await questionsFor(server.url, `/episodes/${slugs[0]}/`);
    rows.push(...(await compareWithBare(bench, server.url, questions)));
    rows.push(...(await latencyRows(bench, server, `/episodes/${slugs[0]}/`)));
  } finally {
    await server.stop();
  }
  return { title: 'Serving a page of 10,000 words and a feed of 100 episodes', rows };
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
