import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from '../../src/episode/transcript.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { ask } from './ask.ts';
import type { Bench } from './bench.ts';
import { createChance } from './chance.ts';
import { percentile, timed } from './figures.ts';
import { get } from './get.ts';
import { english, makeEnglish } from './make-english.ts';
import { makeShow } from './make-show.ts';
import { makeSound } from './make-sound.ts';
import { plainIndexSeconds } from './plain-index.ts';
import type { Row, Table } from './print-table.ts';
import { publish } from './publish.ts';
import { type RunningServer, runServer } from './run-server.ts';

const manyEpisodes = 2000;
const words = 10_000;
const questions = 400;

/** What search costs at twenty million words: the index, questions, a new episode, a start, and other pages beside it. */
export async function benchSearch(bench: Bench): Promise<Table> {
  const { server: main, say } = bench;
  const episodes = bench.episodes ?? manyEpisodes;
  say(`making ${episodes} episodes of ${words.toLocaleString('en')} words`);
  const said = { make: makeEnglish, different: episodes };
  const { folder } = await makeShow(bench, { name: 'searched', episodes, words, said });
  const text = textOfAll(episodes, join(bench.scratch, 'plain.sqlite'));
  const rows: Row[] = [];
  let server = await runServer(main, folder);
  try {
    say('indexing');
    const { ms } = await timed(() => untilIndexed(server));
    rows.push(row('index built', (ms + server.startedIn) / 1000, 's'));
    rows.push({
      what: 'CPU time of the server by then',
      value: await server.cpuSeconds(),
      unit: 's',
      known: { what: 'the text in FTS5 alone', value: text.plainIndex },
    });
    rows.push(row('memory once it is built', await server.memory(), 'MB'));
  } finally {
    await server.stop();
  }
  rows.push({
    what: 'size of the index',
    value: (await sizeOf(folder)) / 1e6,
    unit: 'MB',
    known: { what: 'the text', value: text.bytes / 1e6 },
  });
  server = await runServer(main, folder);
  try {
    rows.push(row('start with the index there', server.startedIn / 1000, 's'));
    rows.push(row('until nothing is missing', (await timed(() => untilIndexed(server))).ms, 'ms'));
    say('asking');
    rows.push(...(await questionRows(server, text.readThrough)));
    rows.push(...(await pageRows(server)));
    rows.push(await newEpisodeRow(bench, server));
    rows.push(row('memory after all this', await server.memory(), 'MB'));
  } finally {
    await server.stop();
  }
  return { title: `Searching ${episodes} episodes of ${words.toLocaleString('en')} words`, rows };
}

function row(what: string, value: number, unit: string): Row {
  return { what, value, unit, known: null };
}

/**
 * All that is said, as plain text: its bytes, how long it takes to read through (ms), and CPU seconds to put it
 * into an index that does nothing else. A tenth is made again and counted.
 */
function textOfAll(episodes: number, file: string) {
  const sample = Math.max(1, Math.round(episodes / 10));
  const transcripts = Array.from({ length: sample }, (_, at) => makeEnglish(words, at + 1));
  const texts = transcripts.map((transcript) =>
    Buffer.from([...wordsOf(transcript)].map(({ text }) => text).join(' ')),
  );
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const began = performance.now();
  for (const text of texts) text.indexOf('what nobody ever said');
  const ms = performance.now() - began;
  const whole = (part: number) => (part / sample) * episodes;
  const plainIndex = whole(plainIndexSeconds(transcripts, file));
  return { bytes: whole(bytes), readThrough: whole(ms), plainIndex };
}

async function untilIndexed(server: RunningServer) {
  for (;;) {
    const { missing } = await ask(server, 'nothing');
    if (missing === 0) return;
    // Every question takes some of the time that indexing would have.
    await sleep(1000);
  }
}

async function sizeOf(folder: string): Promise<number> {
  return (await stat(layoutOf(folder).searchIndex)).size;
}

/** One to three words of any rank, a quarter of them among the fifty commonest; phrases; and the worst of each. */
async function questionRows(server: RunningServer, readThrough: number): Promise<Row[]> {
  const chance = createChance(99);
  const anyWord = () => {
    const ranks = chance() < 0.25 ? 50 : english.length;
    return english[Math.floor(chance() ** 2 * ranks)] ?? '';
  };
  const kinds: Record<string, () => string> = {
    'one word': anyWord,
    'two or three words': () => Array.from({ length: 2 + Math.round(chance()) }, anyWord).join(' '),
    'a phrase': () => `"${anyWord()} ${anyWord()}"`,
    'the commonest words': () =>
      Array.from({ length: 3 }, () => english[Math.floor(chance() * 12)]).join(' '),
    'a word that is only begun': () => `${anyWord().slice(0, 3)}*`,
    'a misspelt word': () => {
      const word = `${anyWord()}${anyWord()}`;
      return word.replace(word.charAt(2), 'z');
    },
  };
  const rows: Row[] = [];
  const all: number[] = [];
  for (const [kind, make] of Object.entries(kinds)) {
    const waits: number[] = [];
    for (let at = 0; at < questions / 4; at += 1) waits.push((await ask(server, make())).ms);
    all.push(...waits);
    rows.push(...halfAndMost(kind, waits));
  }
  const known = { what: 'reading the text through', value: readThrough };
  return [...halfAndMost('all questions', all).map((one) => ({ ...one, known })), ...rows];
}

function halfAndMost(what: string, waits: number[]): Row[] {
  return [0.5, 0.99].map((share) =>
    row(`${what}, p${share * 100}`, percentile(waits, share), 'ms'),
  );
}

/** Pages that nobody has asked for before, so that none is remembered. */
async function pageRows({ url }: RunningServer): Promise<Row[]> {
  const pages = Array.from({ length: 15 }, (_, at) => at + 1);
  const kinds = {
    'the front page and those after it': pages.map((page) => `/?page=${page}`),
    'tag pages': Array.from({ length: 40 }, (_, at) => `/tags/subject-${at}/`),
    'people’s pages': pages.flatMap((page) => [
      `/people/rosa-example/?page=${page}`,
      `/people/felix-sample/?page=${page}`,
    ]),
  };
  const rows: Row[] = [];
  for (const [what, paths] of Object.entries(kinds)) {
    const waits: number[] = [];
    for (const path of paths) {
      const { status, ms } = await get(`${url}${path}`);
      if (status === 200) waits.push(ms);
    }
    rows.push(row(`${what}, not remembered, p50`, percentile(waits, 0.5), 'ms'));
  }
  return rows;
}

/** From the moment its page is there until it is found. */
async function newEpisodeRow({ ffmpeg, scratch }: Bench, server: RunningServer): Promise<Row> {
  const sound = join(scratch, 'found-at-once.mp3');
  await makeSound(ffmpeg, sound, 4);
  let isPublished = false;
  const published = publish(server, sound, { title: 'Unmistakable zyxgloria' }).finally(() => {
    isPublished = true;
  });
  let seen: number | null = null;
  let found: number | null = null;
  while (found === null) {
    const { status } = await get(`${server.url}/episodes/unmistakable-zyxgloria/`);
    if (status === 200) seen ??= performance.now();
    if (seen !== null && (await ask(server, 'zyxgloria')).total > 0) found = performance.now();
    if (isPublished && seen === null) throw new Error('the new episode has no page');
    await sleep(2);
  }
  await published;
  return row('a new episode, from its page to being found', found - (seen ?? found), 'ms');
}
