import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formerNames, formerTranscript } from '../../src/store/history.ts';
import { type Layout, layoutOf } from '../../src/store/layout.ts';

let around: string;
let layout: Layout;
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'alongside-history-'));
  layout = layoutOf(join(around, 'show'));
});
afterEach(() => rm(around, { recursive: true, force: true }));

async function put(path: string) {
  const file = join(around, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, 'A: Hello.');
  return file;
}

test('a version is looked for in the history of an episode of the show, nowhere else', async () => {
  await put('elsewhere/history/secret.vtt');
  const own = await put('show/talk/history/own.vtt');
  expect(await formerTranscript(layout, 'talk', 'own.vtt')).toBe(own);
  for (const slug of ['../elsewhere', '..', '']) {
    const found = formerTranscript(layout, slug, 'secret.vtt');
    await expect(found).rejects.toMatchObject({ code: 'file_not_found' });
  }
});

test('of what lies in a history, transcripts alone are versions', async () => {
  const stamp = '2026-01-01T120000';
  for (const name of [
    `${stamp}-transcript.md`,
    'found.txt',
    `${stamp}-episode.md`,
    `${stamp}-recording.mp3`,
  ]) {
    await put(`show/talk/history/${name}`);
  }
  expect(await formerNames(layout, 'talk')).toEqual([`${stamp}-transcript.md`, 'found.txt']);
});
