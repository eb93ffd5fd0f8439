import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { openKeptList } from '../../src/store/kept-list.ts';
import { failWrites } from '../publish/fail-writes.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-list-'));
  path = join(folder, '.list.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () =>
  openKeptList<string>(
    { path, of: 'all', one: z.string(), result: 'it is empty', anew: 'begin anew' },
    (problem) => {
      throw problem;
    },
  );
const put = (one: string) => (all: readonly string[]) => [...all, one];
const without = (one: string) => (all: readonly string[]) => all.filter((other) => other !== one);
const onDisk = async () => (JSON.parse(await readFile(path, 'utf8')) as { all: string[] }).all;

test('what is changed at once does not come back with what was being written', async () => {
  const list = await open();
  await list.change(put('a'));
  const writing = list.change(put('b'));
  const ended = list.changeAtOnce(without('a'));
  await Promise.resolve();
  expect(list.all()).toEqual([]);
  await Promise.all([writing, ended]);
  expect(list.all()).toEqual(['b']);
  expect(await onDisk()).toEqual(['b']);
});

test('what could not be written holds only where it was changed at once, and is written with the next', async () => {
  const list = await open();
  await list.change(put('a'));
  const mend = failWrites({ [folder]: 'ENOSPC' });
  const changed = await Promise.allSettled([
    list.change(put('b')),
    list.changeAtOnce(without('a')),
  ]).finally(mend);
  expect(changed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(list.all()).toEqual([]);
  await list.change(put('c'));
  expect(await onDisk()).toEqual(['c']);
});
