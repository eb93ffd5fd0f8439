import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch } from '../../../src/search/search.ts';
import { layoutOf } from '../../../src/store/layout.ts';
import { writeTranscript } from '../../../src/transcript/write.ts';
import { manifestOf, putEpisode, writeOld } from '../../sample-episode.ts';
import { corpus, type Interview, transcriptOf } from '../../search/corpus.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../../serve.ts';

let app: StartedApp;
let episodesDir: string;
/** Every word has its time, so that nobody looks for it in the sound. */
const said = (sentence: string) => {
  const turns: [string, string][] = [['Ada Finch', sentence]];
  return writeTranscript(transcriptOf({ ...(corpus[0] as Interview), turns }), 'json');
};
const put = (slug: string, sentence: string, ...lines: string[]) =>
  putEpisode(episodesDir, slug, {
    'recording.mp3': null,
    'transcript.json': said(sentence),
    'episode.md': ['---', 'date: 2026-01-01', ...lines, '---', ''].join('\n'),
  });
async function found(asked: string): Promise<string[]> {
  const address = `${app.url}/search?q=${encodeURIComponent(asked)}`;
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  expect(response.status).toBe(200);
  const { results } = (await response.json()) as { results: { episode: string }[] };
  return results.map(({ episode }) => episode);
}
const index = () => layoutOf(episodesDir).searchIndex;
const changed = async (slug: string, file: string, content: string) => {
  const page = async () => (await fetch(`${app.url}/episodes/${slug}/`)).text();
  const before = await page();
  await writeOld(join(episodesDir, slug, file), content);
  while ((await page()) === before) await new Promise((resolve) => setTimeout(resolve, 30));
};
const until = async (asked: string, many: number) => {
  while ((await found(asked)).length !== many) await new Promise((next) => setTimeout(next, 50));
};
const restart = async () => {
  await app.stop();
  app = await startApp({ episodesDir });
};

beforeAll(async () => {
  episodesDir = await newEpisodesDir();
  await put('open', 'The heron stands in the reeds.');
  await put('kept', 'The heron is a secret.', 'draft: true');
  await put('told', 'The heron is for friends.', 'unlisted: true');
  await put('coming', 'The heron is yet to come.', 'date: 2099-01-01');
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

test('only what is listed is found: no draft, nothing scheduled, nothing unlisted', async () => {
  expect(await found('heron')).toEqual(['open']);
  expect(await found('secret')).toEqual([]);
});

test('a corrected transcript is found as soon as its page shows it, and what it said before is not', async () => {
  await changed('open', 'transcript.json', said('The egret stands in the reeds.'));
  expect(await found('egret')).toEqual(['open']);
  expect(await found('heron')).toEqual([]);
});

test('an episode that is taken back is not found any more', async () => {
  const details = (...lines: string[]) =>
    ['---', 'date: 2026-01-01', ...lines, '---', ''].join('\n');
  await changed('open', 'episode.md', details('draft: true'));
  expect(await found('egret')).toEqual([]);
  await changed('open', 'episode.md', details());
  expect(await found('egret')).toEqual(['open']);
});

test('the index is kept from one start to the next', async () => {
  await found('egret');
  await app.stop();
  const search = openSearch(index());
  expect(search.ask({ asked: 'egret', part: 'said', most: 5 }).total).toBe(1);
  search.close();
  app = await startApp({ episodesDir });
  expect(await found('egret')).toEqual(['open']);
});

test('an index that was deleted, or is older than the episodes, is brought up to date by itself', async () => {
  await app.stop();
  await rm(join(index(), '..'), { recursive: true });
  app = await startApp({ episodesDir });
  expect(await found('egret')).toEqual(['open']);
  await app.stop();
  await writeOld(join(episodesDir, 'open', 'transcript.json'), said('The stork stands here.'));
  app = await startApp({ episodesDir });
  expect([await found('stork'), await found('egret')]).toEqual([['open'], []]);
});

test('a damaged index is made anew', async () => {
  await app.stop();
  const bytes = await readFile(index());
  await writeFile(index(), bytes.fill(0x2a, 0, 20_000));
  app = await startApp({ episodesDir });
  // Who asks waits a second and a half for it, which a busy machine may need longer than.
  await Promise.all(Array.from({ length: 5 }, () => until('stork', 1)));
  expect(await found('stork')).toEqual(['open']);
  expect(app.log.filter((line) => line.includes('search index'))).toEqual([
    'The search index could not be used; it is made anew.',
  ]);
  await restart();
  expect(await found('stork')).toEqual(['open']);
});

test('an index that another process has open is left alone, and one in memory answers', async () => {
  await app.stop();
  const other = openSearch(index());
  app = await startApp({ episodesDir });
  while ((await found('stork')).length === 0);
  expect(await found('stork')).toEqual(['open']);
  expect(other.ask({ asked: 'stork', part: 'said', most: 5 }).total).toBe(1);
  other.close();
});

test('a transcript that was damaged when it was indexed is found once it is mended', async () => {
  await put('spoilt', 'A bittern booms.');
  await until('bittern', 1);
  const { transcript } = (await manifestOf(episodesDir, 'spoilt')).episode;
  const path = join(episodesDir, 'spoilt', 'published', transcript?.file ?? '');
  const whole = await readFile(path);
  await app.stop();
  await rm(join(index(), '..'), { recursive: true });
  await writeFile(path, whole.subarray(0, 100));
  app = await startApp({ episodesDir });
  await until('bittern', 1);
  expect(await found('bittern')).toEqual(['spoilt']);
});
