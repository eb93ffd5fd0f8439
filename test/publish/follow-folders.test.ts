import { beforeEach, describe, expect, test } from 'vitest';
import { followFolders, settleTime, type Watched } from '../../src/publish/follow-folders.ts';
import type { Fingerprint } from '../../src/store/given-files.ts';

let time: number;
/** By how much the time of day has been set wrong, ms. */
let jump: number;
let folders: Map<string, Fingerprint>;
let published: Map<string, Fingerprint>;
let busy: Set<string>;
let told: string[];
let look: () => Promise<number>;
let forget: (slug: string) => void;
let duringScan: () => void;

beforeEach(() => {
  time = 1_000_000;
  jump = 0;
  folders = new Map();
  published = new Map();
  busy = new Set();
  told = [];
  duringScan = () => {};
  const watched: Watched = {
    scan: async () => {
      const found = new Map(folders);
      duringScan();
      return found;
    },
    publishedFrom: (slug) => published.get(slug),
    isBusy: (slug) => busy.has(slug),
    onChanged: (slug) => told.push(`changed ${slug}`),
    onGone: (slug) => {
      published.delete(slug);
      told.push(`gone ${slug}`);
    },
    slugs: () => [...published.keys()],
  };
  ({ look, forget } = followFolders(watched, { now: () => time + jump, elapsed: () => time }));
});

const mark = (size: number, date = time): Fingerprint => ({ 'recording.mp3': `${size}-${date}` });

describe('a folder', () => {
  test('that is still being copied waits until it has kept still for three seconds', async () => {
    folders.set('talk', mark(10));
    await look();
    time += settleTime - 1;
    folders.set('talk', mark(20));
    await look();
    time += settleTime - 1;
    await look();
    expect(told).toEqual([]);
    time += 1;
    await look();
    expect(told).toEqual(['changed talk']);
  });

  test('that has lain there for long is taken at once', async () => {
    folders.set('talk', mark(10, time - 60_000));
    await look();
    expect(told).toEqual(['changed talk']);
  });

  test('that is dated in the future is taken when it has kept still', async () => {
    folders.set('talk', mark(10, time + 3_600_000));
    await look();
    time += settleTime;
    await look();
    expect(told).toEqual(['changed talk']);
  });

  test.each([-86_400_000, 86_400_000])(
    'waits no longer and no shorter for a clock that jumps by %i ms',
    async (by) => {
      folders.set('talk', mark(10));
      await look();
      jump = by;
      time += settleTime - 1;
      await look();
      expect(told).toEqual([]);
      time += 1;
      await look();
      expect(told).toEqual(['changed talk']);
    },
  );

  test('that failed is tried again only when its files change', async () => {
    folders.set('talk', mark(10, time - 60_000));
    await look();
    await look();
    expect(told).toHaveLength(1);
    folders.set('talk', mark(11));
    await look();
    time += settleTime;
    await look();
    expect(told).toHaveLength(2);
  });

  test('that failed for a passing reason is tried again when that may have passed', async () => {
    folders.set('talk', mark(10, time - 60_000));
    await look();
    forget('talk');
    await look();
    expect(told).toHaveLength(2);
  });

  test('that is published as it is is left alone', async () => {
    folders.set('talk', mark(10, time - 60_000));
    published.set('talk', mark(10, time - 60_000));
    await look();
    expect(told).toEqual([]);
  });

  test('that is being published is left alone until that is over', async () => {
    folders.set('talk', mark(10, time - 60_000));
    busy.add('talk');
    await look();
    expect(told).toEqual([]);
    busy.clear();
    await look();
    expect(told).toEqual(['changed talk']);
  });

  test('that was published while we looked is neither gone nor changed', async () => {
    folders.set('old', mark(10, time - 60_000));
    published.set('old', mark(10, time - 60_000));
    duringScan = () => {
      published.set('new', mark(10));
      published.set('old', mark(11));
    };
    await look();
    expect(told).toEqual([]);
  });

  test('that is taken away is gone from the show', async () => {
    published.set('talk', mark(10));
    await look();
    expect(told).toEqual(['gone talk']);
  });
});
