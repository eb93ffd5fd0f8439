import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planRestore } from '../../../src/store/backup/plan-restore.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { saveBackup } from '../../../src/store/backup/save-backup.ts';
import { verifyBackup } from '../../../src/store/backup/verify-backup.ts';
import { newDecided, readDecided } from '../../../src/store/decided.ts';
import { layoutOf } from '../../../src/store/layout.ts';
import { newFolder, putFiles, removeFolder, treeOf } from './made-show.ts';

let folder: string;
let show: string;
let file: string;
beforeEach(async () => {
  folder = await newFolder();
  [show, file] = [join(folder, 'show'), join(folder, 'b.tar')];
  await putFiles(show, { ...episode('talk', 'first'), ...episode('walk', 'second') });
});
afterEach(() => removeFolder(folder));

const decided = (guid: string, formerSlugs: string[] = []) =>
  JSON.stringify({ ...newDecided(), guid, formerSlugs });
const episode = (slug: string, guid: string, sound = guid) => ({
  [`${slug}/recording.mp3`]: sound,
  [`${slug}/episode.json`]: decided(guid),
  [`${slug}/published/manifest.json`]: '{}',
});
const order = (slug: string, guid: string, isNew: boolean) => ({
  '.incoming/jobs/one/folder/transcript.txt': 'new words',
  '.incoming/jobs/one/job.json': JSON.stringify({ slug, isNew, decided: { guid } }),
});
const orderPath = '.incoming/jobs/one';

const save = () => saveBackup(show, file, () => {});

async function restore({ overwrite = false } = {}) {
  const planned = await planRestore(show, await verifyBackup(file), { slugs: null, overwrite });
  await restoreBackup(layoutOf(show), file, planned, { now: new Date(1_800_000_000_000) });
  return Object.fromEntries(planned.map(({ path, fate }) => [path, fate]));
}

/** The folders of a show, by the GUIDs of its episodes. */
async function addresses(): Promise<string[]> {
  const files = Object.keys(await treeOf(show)).filter((name) =>
    /^[a-z]+\/episode.json$/.test(name),
  );
  const named = files.map(async (name) => {
    const slug = name.split('/')[0] ?? '';
    return `${(await readDecided(join(show, slug)))?.guid}: ${slug}`;
  });
  return (await Promise.all(named)).sort();
}

const exists = async (name: string) =>
  Object.keys(await treeOf(show)).some((one) => one.startsWith(name));

describe('an episode that has moved since it was backed up', () => {
  test('is left alone at its new address, and does not come a second time', async () => {
    await save();
    await rename(join(show, 'talk'), join(show, 'speech'));
    expect(await restore()).toEqual({ talk: 'moved', walk: 'same' });
    expect(await addresses()).toEqual(['first: speech', 'second: walk']);
  });

  test('is replaced there when it is told to, and all of its addresses stay', async () => {
    await save();
    await rename(join(show, 'talk'), join(show, 'speech'));
    await putFiles(show, {
      'speech/recording.mp3': 'newer',
      'speech/episode.json': decided('first', ['talk', 'chat']),
    });
    expect(await restore({ overwrite: true })).toMatchObject({ talk: 'replaced' });
    expect(await addresses()).toEqual(['first: speech', 'second: walk']);
    expect(await readFile(join(show, 'speech/recording.mp3'), 'utf8')).toBe('first');
    expect((await readDecided(join(show, 'speech')))?.formerSlugs).toEqual(['talk', 'chat']);
    const kept = join(show, '.removed', 'speech~1800000000000', 'recording.mp3');
    expect(await readFile(kept, 'utf8')).toBe('newer');
  });

  test.each([false, true])(
    'keeps its address where another had it (overwrite: %s)',
    async (overwrite) => {
      await save();
      await rm(join(show, 'walk'), { recursive: true });
      await rename(join(show, 'talk'), join(show, 'walk'));
      const fates = await restore({ overwrite });
      expect(fates).toEqual({ talk: overwrite ? 'replaced' : 'moved', walk: 'taken' });
      expect(await addresses()).toEqual(['first: walk']);
    },
  );

  test('is told by its GUID even where two have changed places', async () => {
    await save();
    await rename(join(show, 'talk'), join(show, 'x'));
    await rename(join(show, 'walk'), join(show, 'talk'));
    await rename(join(show, 'x'), join(show, 'walk'));
    expect(await restore({ overwrite: true })).toEqual({ talk: 'replaced', walk: 'replaced' });
    expect(await addresses()).toEqual(['first: walk', 'second: talk']);
    expect(await readFile(join(show, 'walk/recording.mp3'), 'utf8')).toBe('first');
  });
});

describe('an order', () => {
  test('comes back with the episode it is about, as that was', async () => {
    await putFiles(show, order('talk', 'first', false));
    await save();
    await rm(join(show, 'talk'), { recursive: true });
    await rm(join(show, '.incoming'), { recursive: true });
    expect(await restore()).toMatchObject({ talk: 'new', [orderPath]: 'new' });
    expect(await exists(orderPath)).toBe(true);
  });

  test.each([
    [
      'has been changed',
      () => putFiles(show, { 'talk/transcript.txt': 'x', 'talk/episode.json': '{}' }),
    ],
    ['has moved', () => rename(join(show, 'talk'), join(show, 'speech'))],
  ])('does not come back where its episode %s since', async (_what, happens) => {
    await putFiles(show, order('talk', 'first', false));
    await save();
    await rm(join(show, '.incoming'), { recursive: true });
    await happens();
    expect(await restore()).toMatchObject({ [orderPath]: 'outdated' });
    expect(await exists(orderPath)).toBe(false);
  });

  test.each([
    ['is there under any slug', () => putFiles(show, episode('other', 'third'))],
    [
      'was removed',
      () => putFiles(show, { '.removed/new~1700000000000/episode.json': decided('third') }),
    ],
    ['was listed and is gone', () => putFiles(show, { '.public.json': listed('third') })],
  ])('to make an episode does not come back where that %s', async (_what, happens) => {
    await putFiles(show, order('new', 'third', true));
    await save();
    await rm(join(show, '.incoming'), { recursive: true });
    await happens();
    expect(await restore()).toMatchObject({ [orderPath]: 'done' });
    expect(await exists(orderPath)).toBe(false);
  });

  test('to make an episode does not come back where another has its address', async () => {
    await putFiles(show, order('new', 'third', true));
    await save();
    await rm(join(show, '.incoming'), { recursive: true });
    await putFiles(show, episode('new', 'fourth'));
    expect(await restore()).toMatchObject({ [orderPath]: 'outdated' });
  });
});

function listed(guid: string): string {
  const seen = { slug: 'new', title: 'New', changed: '', removed: null, gone: true };
  return JSON.stringify({ version: 1, episodes: { [guid]: seen } });
}
