import { once } from 'node:events';
import { expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { createQueue, isCancelled, type Work } from '../../src/publish/queue.ts';

const reason = new AlongsideError('cancelled', 'It was cancelled.', { remedy: 'Begin again.' });
const done: Work = async () => ({
  slug: 'talk',
  report: { chose: [], warnings: [], problems: [], alignment: null },
});
/** Goes on until it is stopped, as ffmpeg does. */
const endless: Work = async (onStep, signal) => {
  onStep('encode', 0.5);
  await once(signal, 'abort');
  throw new AlongsideError('cancelled', 'ffmpeg was stopped.', { remedy: 'None.' }, signal.reason);
};

function started() {
  const unexpected: unknown[] = [];
  const queue = createQueue((error) => unexpected.push(error));
  queue.start();
  return { queue, unexpected };
}

test('a running job that is cancelled ends and lets the next one run', async () => {
  const { queue, unexpected } = started();
  const job = queue.add('one', 'talk', endless);
  const next = queue.add('two', 'talk', done);
  expect(await queue.cancel('one', reason)).toBe(true);
  await queue.idle();
  expect(job).toMatchObject({ state: 'failed', step: 'encode', error: reason });
  expect(next.state).toBe('done');
  expect(unexpected).toEqual([]);
});

test('a waiting job that is cancelled ends at once, and never runs', async () => {
  const { queue } = started();
  queue.add('one', 'talk', endless);
  let cleared = false;
  const waiting = queue.add('two', 'other', async (onStep, signal) => {
    cleared = isCancelled(signal);
    if (cleared) throw signal.reason;
    return done(onStep, signal);
  });
  expect(await queue.cancel('two', reason)).toBe(true);
  expect([waiting.state, waiting.error, cleared]).toEqual(['failed', reason, true]);
  await queue.cancel('one', reason);
  await queue.idle();
  expect(waiting.state).toBe('failed');
});

test('a cancelled job goes no further than the step it is in', async () => {
  const { queue } = started();
  let committed = false;
  const job = queue.add('one', 'talk', async (onStep, signal) => {
    onStep('probe', 0);
    await once(signal, 'abort');
    onStep('commit', 0);
    committed = true;
    return done(onStep, signal);
  });
  await queue.cancel('one', reason);
  await queue.idle();
  expect([job.state, job.error, committed]).toEqual(['failed', reason, false]);
});

test('what has gone too far, is over or never was cannot be cancelled', async () => {
  const { queue } = started();
  const job = queue.add('one', 'talk', done, { mayCancel: async () => false });
  expect(await queue.cancel('one', reason)).toBe(false);
  await queue.idle();
  expect(job.state).toBe('done');
  expect(await queue.cancel('one', reason)).toBe(false);
  expect(await queue.cancel('none', reason)).toBe(false);
});

test('a queue that is closed stops what runs, and calls it neither cancelled nor failed', async () => {
  const { queue } = started();
  let cancelled: boolean | null = null;
  const job = queue.add('one', 'talk', async (onStep, signal) => {
    signal.addEventListener('abort', () => {
      cancelled = isCancelled(signal);
    });
    return endless(onStep, signal);
  });
  await new Promise(setImmediate);
  await queue.close();
  expect([job.state, cancelled]).toEqual(['running', false]);
});
