import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findGivenFiles, fingerprint, sameFingerprint } from '../../src/store/given-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'given-'));
});
const put = (...names: string[]) =>
  Promise.all(names.map((name) => writeFile(join(folder, name), name)));

describe('the parts of an episode', () => {
  test('are found by their own names first', async () => {
    await put(
      'a.mp3',
      'recording.wav',
      'a.txt',
      'transcript.vtt',
      'cover.png',
      'episode.md',
      'episode.json',
      'chapters.json',
    );
    expect(await findGivenFiles(folder)).toEqual({
      recording: 'recording.wav',
      transcript: 'transcript.vtt',
      cover: 'cover.png',
      chapters: 'chapters.json',
      details: 'episode.md',
    });
  });

  test('are found by their kind where they have other names', async () => {
    await put('Interview 1.MP3', 'Interview 1.txt', '.hidden.mp3');
    expect(await findGivenFiles(folder)).toEqual({
      recording: 'Interview 1.MP3',
      transcript: 'Interview 1.txt',
      cover: null,
      chapters: null,
      details: null,
    });
  });

  test('do not include our own files', async () => {
    await put('recording.mp3', 'episode.json', 'README.md');
    expect((await findGivenFiles(folder)).transcript).toBeNull();
  });
});

test('a fingerprint changes with a file’s size or date and with nothing else', async () => {
  await put('recording.mp3');
  const given = await findGivenFiles(folder);
  const first = await fingerprint(folder, given);
  expect(sameFingerprint(first, await fingerprint(folder, given))).toBe(true);
  await utimes(join(folder, 'recording.mp3'), 1, 1);
  expect(sameFingerprint(first, await fingerprint(folder, given))).toBe(false);
});
