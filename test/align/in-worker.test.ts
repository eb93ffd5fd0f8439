import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlignOrder } from '../../src/align/align.ts';
import { alignInWorker } from '../../src/align/in-worker.ts';
import { untimed } from '../../src/episode/transcript.ts';
import { writeWorker } from './write-worker.ts';

const built = join(import.meta.dirname, '..', '..', 'dist');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-worker-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const workerThat = (does: string) => writeWorker(folder, does);

/** Asks for all the sound and answers with how many blocks and samples there were. */
const counts = `
  let [blocks, samples] = [0, 0];
  port.on('message', (block) => {
    if (block === null) {
      const transcript = { ...order.transcript, language: blocks + ' blocks, ' + samples + ' samples' };
      return port.postMessage({ say: 'aligned', aligned: { transcript, alignment: null } });
    }
    blocks += 1;
    samples += block.length;
    port.postMessage({ say: 'progress', share: blocks / 4 });
    port.postMessage({ say: 'want sound' });
  });
  port.postMessage({ say: 'want sound' });`;

function orderOf(change: Partial<AlignOrder> = {}): AlignOrder {
  return {
    sound: Array.from({ length: 4 }, () => new Int16Array(1000).fill(7)),
    expected: null,
    transcript: {
      language: null,
      speakers: [],
      turns: [{ speakers: [], paragraphs: [{ words: [untimed('Hello.')] }] }],
    },
    language: 'en',
    model: new Uint8Array(8),
    ...change,
  };
}

const failureOf = (work: Promise<unknown>) => work.then(null, (error: unknown) => error);

test('the sound goes to the worker block by block, progress and the result come back', async () => {
  const told: number[] = [];
  const onProgress = (share: number) => void told.push(share);
  const { transcript } = await alignInWorker(await workerThat(counts), orderOf({ onProgress }));
  expect(transcript).toMatchObject({ language: '4 blocks, 4000 samples', turns: [{}] });
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
});

test('no block is fetched before the worker asks for it', async () => {
  let fetched = 0;
  async function* sound() {
    for (; fetched < 100; ) {
      fetched += 1;
      yield new Int16Array(10);
    }
  }
  const asksTwice = `
    port.once('message', () => {
      port.once('message', () => port.postMessage({ say: 'aligned', aligned: {} }));
      port.postMessage({ say: 'want sound' });
    });
    port.postMessage({ say: 'want sound' });`;
  await alignInWorker(await workerThat(asksTwice), orderOf({ sound: sound() }));
  expect(fetched).toBe(2);
});

test('a part of a larger array is copied, not taken', async () => {
  const whole = new Int16Array(4000);
  const sound = [whole.subarray(0, 1500), whole.subarray(1500)];
  const { transcript } = await alignInWorker(await workerThat(counts), orderOf({ sound }));
  expect(transcript.language).toBe('2 blocks, 4000 samples');
  expect(whole.length).toBe(4000);
});

describe('a worker that fails', () => {
  test.each([
    ['throws', 'throw new Error("no such state")', 'no such state'],
    ['throws later', 'setTimeout(() => { throw new Error("too late"); }, 5)', 'too late'],
    ['just ends', 'process.exit(3)', 'it ended with code 3'],
    ['is not there', null, 'Cannot find module'],
  ])('when it %s is told with what it said', async (_what, does, said) => {
    const file = does === null ? join(folder, 'nowhere.mjs') : await workerThat(does);
    expect(await failureOf(alignInWorker(file, orderOf()))).toMatchObject({
      code: 'align_failed',
      message: expect.stringContaining(said),
    });
  });

  test('for a known reason keeps its code and remedy', async () => {
    const facts = { remedy: 'Put it back.' };
    const failure = { code: 'file_not_found', message: 'There is no voice.', facts };
    const file = await workerThat(
      `port.postMessage({ say: 'failed', failure: ${JSON.stringify(failure)} }); setInterval(() => {}, 1000);`,
    );
    expect(await failureOf(alignInWorker(file, orderOf()))).toMatchObject(failure);
  });
});

test('an error of the sound is what comes back', async () => {
  async function* sound() {
    yield new Int16Array(10);
    throw new Error('the disk is gone');
  }
  const work = alignInWorker(await workerThat(counts), orderOf({ sound: sound() }));
  await expect(work).rejects.toThrow('the disk is gone');
});

test('a signal ends a worker that listens to nobody, and lets the sound go', async () => {
  let letGo = false;
  async function* sound() {
    try {
      for (;;) yield new Int16Array(10);
    } finally {
      letGo = true;
    }
  }
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const file = await workerThat(`
    port.once('message', () => {
      port.postMessage({ say: 'progress', share: 0.1 });
      setTimeout(() => { for (;;); }, 5);
    });
    port.postMessage({ say: 'want sound' });`);
  const work = alignInWorker(file, orderOf({ sound: sound(), onProgress, signal: stop.signal }));
  expect(await failureOf(work)).toMatchObject({ code: 'cancelled' });
  await expect.poll(() => letGo).toBe(true);
});

test('a signal that has been given starts nothing', async () => {
  const work = alignInWorker(join(folder, 'nowhere.mjs'), orderOf({ signal: AbortSignal.abort() }));
  expect(await failureOf(work)).toMatchObject({ code: 'cancelled' });
});

test.runIf(process.platform === 'linux')(
  'the worker steps back behind everything else, and it alone',
  async () => {
    const before = await nicenesses();
    let during: number[] = [];
    async function* sound() {
      yield new Int16Array(16_000);
      during = await nicenesses();
      throw new Error('seen enough');
    }
    const model = new Uint8Array(await readFile(join(built, 'model', 'cmu-en-us.bin')));
    const order = orderOf({ sound: sound(), model });
    await expect(alignInWorker(join(built, 'align-worker.js'), order)).rejects.toThrow('seen');
    expect(during.filter((nice) => nice === 19)).toHaveLength(
      before.filter((nice) => nice === 19).length + 1,
    );
  },
);

/** How far each thread of this process stands back, by proc(5). */
async function nicenesses(): Promise<number[]> {
  const threads = await readdir('/proc/self/task');
  return Promise.all(
    threads.map(async (id) => {
      const stat = await readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
    }),
  );
}
