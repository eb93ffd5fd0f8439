import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { episodeFolder, type Layout, layoutOf } from '../../src/store/layout.ts';
import { keptFor, putAway, removedEpisodes, sweepRemoved } from '../../src/store/removed.ts';
import { sweepUploads } from '../../src/store/sweep.ts';

let layout: Layout;
beforeEach(async () => {
  layout = layoutOf(await mkdtemp(join(tmpdir(), 'alongside-removed-')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(layout.root, { recursive: true, force: true });
});

const ago = (ms: number) => new Date(Date.now() - ms);

async function remove(slug: string, when: Date) {
  await mkdir(episodeFolder(layout, slug));
  await putAway(layout, slug, when);
}

test('what was removed long ago is deleted, episodes and files of the show alike', async () => {
  await remove('old', ago(keptFor + 1000));
  await remove('young', ago(keptFor - 60_000));
  await writeFile(join(layout.removed, `show.yaml~${ago(keptFor + 1000).getTime()}`), '');
  expect((await removedEpisodes(layout)).map(({ slug }) => slug)).toEqual(['young', 'old']);
  await sweepRemoved(layout, new Date());
  expect(await readdir(layout.removed)).toEqual([expect.stringMatching(/^young~/)]);
});

test('nothing is deleted because somebody set the clock ahead', async () => {
  await remove('young', new Date());
  await mkdir(layout.uploads, { recursive: true });
  const id = '0'.repeat(32);
  await writeFile(join(layout.uploads, id), 'bytes');
  await writeFile(join(layout.uploads, `${id}.json`), JSON.stringify({ size: 5 }));
  await utimes(join(layout.uploads, id), new Date(), new Date());
  const later = Date.now() + 100 * keptFor;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await sweepRemoved(layout, new Date(later));
  await sweepUploads(layout);
  expect(await readdir(layout.removed)).toHaveLength(1);
  expect(await readdir(layout.uploads)).toHaveLength(2);
});
