import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, type ServerApi } from '../../src/cli/server-api.ts';
import { hashFile } from '../../src/store/hash-file.ts';
import { ask } from './ask.ts';
import type { Bench } from './bench.ts';
import { createChance } from './chance.ts';
import { percentile } from './figures.ts';
import { get } from './get.ts';
import { english, makeEnglish } from './make-english.ts';
import { makeShow } from './make-show.ts';
import type { Row, Table } from './print-table.ts';
import { publish, sendPart, untilDone } from './publish.ts';
import { runServer } from './run-server.ts';

const readers = 200;
const searchers = 20;
/** Everybody does something about this often, ms. */
const pace = 1000;
const idleFor = 10_000;
/** Two minutes of voices with an untimed transcript, which ship with the project. */
const interview = 'forty-interviews-in-a-cupboard';
const slug = 'in-the-crowd';
/** A word of the interview, and one in its place that nobody says anywhere. */
const [before, after] = ['cupboard', 'xylotheque'];

/**
 * Whether readers notice that others search, and that an episode is published, corrected and removed
 * meanwhile; and whether anybody finds what is not there. A wrong answer ends the bench.
 */
export async function benchCrowd(bench: Bench): Promise<Table> {
  const { server: main, say } = bench;
  const episodes = bench.episodes ?? 100;
  say(`making ${episodes} episodes of 10,000 words`);
  const { folder, slugs } = await makeShow(bench, {
    ...{ name: 'crowd', episodes, words: 10_000 },
    said: { make: makeEnglish, different: episodes },
  });
  const server = await runServer(main, folder);
  try {
    while ((await ask(server, 'nothing')).missing > 0) await sleep(200);
    const pages = slugs.map((one) => `${server.url}/episodes/${one}/`);
    for (const page of pages) await get(page, { 'accept-encoding': 'br' });
    say(`${readers} readers, alone`);
    const idle = await readWhile(pages, sleep(idleFor));
    say(`${readers} readers, ${searchers} who search, and a publisher`);
    const asked: number[] = [];
    const changing = changeAll(bench, server);
    const searching = searchWhile(server, changing, asked);
    const busy = await readWhile(pages, changing);
    await Promise.all([changing, searching]);
    return { title: `A crowd of ${readers + searchers}`, rows: rowsOf(idle, busy, asked) };
  } finally {
    await server.stop();
  }
}

function rowsOf(idle: number[], busy: number[], asked: number[]): Row[] {
  const pages = [0.5, 0.99].map((share) => ({
    what: `pages while others search and publish, p${share * 100}`,
    value: percentile(busy, share),
    unit: 'ms',
    known: { what: 'nobody else there', value: percentile(idle, share) },
  }));
  const searches = [0.5, 0.99].map((share) => ({
    what: `searches meanwhile, p${share * 100}`,
    value: percentile(asked, share),
    unit: 'ms',
    known: null,
  }));
  const counts = [
    { what: 'pages read', value: busy.length, unit: '', known: null },
    { what: 'questions asked', value: asked.length, unit: '', known: null },
  ];
  return [...pages, ...searches, ...counts];
}

async function readWhile(pages: string[], over: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  await Promise.all(
    Array.from({ length: readers }, (_, reader) =>
      everyNowAndThen(reader, over, async (chance) => {
        const page = pages[Math.floor(chance() * pages.length)] ?? '';
        const { status, ms } = await get(page, { 'accept-encoding': 'br' });
        if (status !== 200) throw new Error(`${page} was answered with ${status}`);
        waits.push(ms);
      }),
    ),
  );
  return waits;
}

async function searchWhile(server: ServerApi, over: Promise<unknown>, waits: number[]) {
  await Promise.all(
    Array.from({ length: searchers }, (_, searcher) =>
      everyNowAndThen(readers + searcher, over, async (chance) => {
        const word = () => english[Math.floor(chance() ** 3 * 20_000)] ?? '';
        waits.push((await ask(server, `${word()} ${word()}`)).ms);
      }),
    ),
  );
}

/** Until something is over; not all at the same moment. */
async function everyNowAndThen(
  who: number,
  over: Promise<unknown>,
  act: (chance: () => number) => Promise<void>,
) {
  const chance = createChance(who + 1);
  let goesOn = true;
  const end = () => {
    goesOn = false;
  };
  over.then(end, end);
  await sleep(chance() * pace);
  while (goesOn) {
    await act(chance);
    await sleep(pace * (0.5 + chance()));
  }
}

/** Publishes, corrects and removes an episode, and asks after each whether search says the same as the page. */
async function changeAll({ server: main, scratch }: Bench, server: ServerApi) {
  const folder = join(dirname(main), '..', 'episodes', interview);
  const text = await readFile(join(folder, 'transcript.txt'), 'utf8');
  const corrected = join(scratch, 'corrected.txt');
  await writeFile(corrected, text.replaceAll(before, after));
  const recording = join(folder, 'recording.mp3');
  const transcript = join(folder, 'transcript.txt');
  await publish(server, recording, { transcript, title: 'In the crowd', slug });
  await expectFound(server, before, true);
  await expectFound(server, after, false);
  const path = `/api/episodes/${slug}`;
  const upload = await sendPart(server, await hashFile(recording), corrected);
  const { job } = await call<{ job: string }>(server, `${path}/transcript`, { upload }, 'PUT');
  await untilDone(server, job);
  await expectFound(server, after, true);
  await expectFound(server, before, false);
  await call(server, path, undefined, 'DELETE');
  await expectFound(server, after, false);
}

async function expectFound(server: ServerApi, word: string, isThere: boolean) {
  const { results } = await ask(server, `"${word}" episode:${slug}`);
  const isFound = results.some(({ episode }) => episode === slug);
  if (isFound !== isThere) {
    throw new Error(
      `“${word}” ${isThere ? 'is said and was not found' : 'was found and is not said'}`,
    );
  }
}
