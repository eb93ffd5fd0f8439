import { renameSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryOut, publishFolder, type Workshop } from '../../src/publish/carry-out.ts';
import type { OnStep } from '../../src/publish/progress.ts';
import { newDecided, readDecided } from '../../src/store/decided.ts';
import { formerNames } from '../../src/store/history.ts';
import { type JobOrder, orderVersion, stageJob } from '../../src/store/jobs.ts';
import { manifestOf, plainTranscript, putEpisode, writeOld } from '../sample-episode.ts';
import { removeEpisodesDir } from '../serve.ts';
import { newWorkshop } from './workshop.ts';

const never = new AbortController().signal;
const corrected = plainTranscript.replace('a small room', 'a small hut');
const byHand = plainTranscript.replace('the sea', 'the lake');
const details = '---\ntitle: A talk\ndate: 2026-01-01\n---\n';

let shop: Workshop;
let root: string;
let folder: string;
let template: string;
beforeAll(async () => {
  shop = await newWorkshop();
  root = shop.layout.root;
  template = join(dirname(root), 'template');
  const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
  folder = await putEpisode(root, 'talk', { ...files, 'episode.md': details });
  await publish();
  await rename(folder, template);
});
beforeEach(() => cp(template, folder, { recursive: true, preserveTimestamps: true }));
afterEach(async () => {
  for (const left of [folder, join(root, 'other'), shop.layout.jobs]) {
    await rm(left, { recursive: true, force: true });
  }
});
afterAll(() => removeEpisodesDir(root));

const publish = (onStep: OnStep = () => {}) => publishFolder('talk', shop, onStep, never);

/** Accepts a correction, or another change, that is still to be carried out. */
async function accept(change: Partial<JobOrder> = {}): Promise<JobOrder> {
  const { recording } = await manifestOf(root, 'talk');
  const order: JobOrder = {
    ...{ version: orderVersion, id: 'an-order', slug: 'talk', isNew: false, moveTo: null },
    ...{ recording: recording.sha256, staged: { transcript: 'transcript.txt' }, replaces: [] },
    ...{ uploads: [], decided: (await readDecided(folder)) ?? newDecided() },
    ...change,
  };
  const sent = join(dirname(root), 'sent.txt');
  await writeFile(sent, corrected);
  await stageJob(shop.layout, order, { transcript: sent });
  return order;
}

const carry = (order: JobOrder, onStep: OnStep = () => {}) => carryOut(order, shop, onStep, never);
const inHistory = async () => {
  const names = await formerNames(shop.layout, 'talk');
  return Promise.all(names.map((name) => readFile(join(folder, 'history', name), 'utf8')));
};

describe('a correction', () => {
  test('that is carried out again after a crash stays noted, once', async () => {
    const order = await accept();
    await carry(order);
    const { versions } = (await readDecided(folder)) ?? newDecided();
    expect(versions).toMatchObject([{ corrected: true }]);
    await mkdir(join(shop.layout.jobs, order.id, 'folder'), { recursive: true });
    await carry(order);
    expect(await readDecided(folder)).toMatchObject({ versions });
    expect((await manifestOf(root, 'talk')).episode.corrected).toBe(versions[0]?.until);
  });

  test('keeps what was noted of the folder while it waited', async () => {
    const order = await accept();
    await writeOld(join(folder, 'transcript.txt'), byHand);
    await publish();
    await carry(order);
    expect((await readDecided(folder))?.versions).toHaveLength(2);
    expect(await inHistory()).toEqual(expect.arrayContaining([plainTranscript, byHand]));
  });

  test('moves into the history what was edited by hand and never published', async () => {
    const order = await accept();
    await writeFile(join(folder, 'transcript.txt'), byHand);
    await carry(order);
    expect(await readFile(join(folder, 'transcript.txt'), 'utf8')).toBe(corrected);
    expect((await inHistory()).sort()).toEqual([plainTranscript, byHand].sort());
  });

  test('under another name does so too, and leaves no other file behind', async () => {
    const order = await accept({
      staged: { transcript: 'transcript.md' },
      replaces: ['transcript.txt'],
    });
    await writeFile(join(folder, 'transcript.txt'), byHand);
    await carry(order);
    expect(await inHistory()).toContain(byHand);
    expect((await readdir(folder)).filter((name) => name.startsWith('transcript'))).toEqual([
      'transcript.md',
    ]);
  });

  test('leaves nothing in the history but what was published, where nobody edited it', async () => {
    await carry(await accept());
    expect(await inHistory()).toEqual([plainTranscript]);
  });
});

test('a move to a place that has been taken meanwhile changes nothing', async () => {
  const order = await accept({ moveTo: 'other' });
  await mkdir(join(root, 'other'));
  const before = await readDecided(folder);
  await expect(carry(order)).rejects.toMatchObject({ code: 'slug_taken' });
  expect(await readDecided(folder)).toEqual(before);
  expect(await readFile(join(folder, 'transcript.txt'), 'utf8')).toBe(plainTranscript);
});

test('a file that disappears while an episode is changed is not named by its manifest', async () => {
  const before = await manifestOf(root, 'talk');
  const order = await accept();
  const audio = join(folder, 'published', before.episode.audio.file);
  const work = carry(order, (step) => step === 'commit' && rmSync(audio, { force: true }));
  await expect(work).rejects.toMatchObject({ code: 'episode_damaged' });
  expect(await manifestOf(root, 'talk')).toEqual(before);
  await carry(order);
  expect(await readdir(join(folder, 'published'))).toContain(before.episode.audio.file);
});

test.each(['transcript', 'commit'])(
  'a folder that is taken away while it is published does not appear again (%s)',
  async (moment) => {
    await writeOld(join(folder, 'transcript.txt'), corrected);
    const away = join(dirname(root), `away-${moment}`);
    const work = publish((step) => step === moment && renameSync(folder, away));
    await expect(work).rejects.toMatchObject({ code: 'episode_not_found' });
    expect(await readdir(root)).not.toContain('talk');
    expect(shop.catalogue.slugs()).toEqual([]);
  },
);
