import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/check/check-feed.ts';
import { checkCommand } from '../../src/cli/check.ts';
import { goodShow } from '../check/good-show.ts';
import { type PlantedServer, type PlantedShow, servePlanted } from '../check/planted-feed.ts';
import { makeRecording } from '../sample-episode.ts';

let folder: string;
let server: PlantedServer;
let good: PlantedShow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  const sound = await readFile(
    await makeRecording(join(folder, 'one.mp3'), { options: ['-af', 'volume=-20dB'] }),
  );
  server = await servePlanted((url) => goodShow(url, sound));
  good = server.show;
});
beforeEach(() => {
  server.show = { feed: good.feed, files: { ...good.files } };
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await checkCommand(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

test('measures the sound, and advice is no reason to fail', async () => {
  const { code, out } = await run(`${server.url}/feed.xml`, '--json', '--episodes', '1');
  const { findings, looked } = JSON.parse(out) as Report;
  // A quiet tone of 440 Hz in mono, encoded with few bits.
  expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(['bit-rate', 'loudness']);
  expect([code, looked.heard]).toEqual([0, 1]);
});

test('an error is a reason to fail, and is told with its rule, its place and a remedy', async () => {
  server.show.feed = good.feed.replace('length="', 'length="1');
  const { code, out } = await run(`${server.url}/feed.xml`, '--no-sound');
  expect(code).toBe(1);
  expect(out).toMatch(/^One\n {2}error: The feed says \d+ bytes, and \d+ are served\.$/m);
  expect(out).toContain(`    ${server.url}/one.mp3\n    Let length be the number of bytes`);
  expect(out).toContain('(enclosure-length; Apple 823; RSS 2.0: enclosure)');
  expect(out.trimEnd()).toMatch(/\n1 error, no warnings, no pieces of advice\.$/);
});

test('sound that cannot be decoded is an error', async () => {
  const noise = Buffer.concat([Buffer.from('ID3\u0003'), Buffer.alloc(4000, 7)]);
  server.show.files['/two.mp3'] = { type: 'audio/mpeg', body: noise };
  const { out } = await run(`${server.url}/feed.xml`, '--json', '--episodes', '1');
  const rules = (JSON.parse(out) as Report).findings.map(({ rule }) => rule);
  expect(rules).toContain('audio-unreadable');
});

test('compares with an older copy in a file', async () => {
  const older = join(folder, 'older.xml');
  await writeFile(older, good.feed.replace('guid-one', 'guid-of-old'));
  const { code, out } = await run(`${server.url}/feed.xml`, '--no-sound', '--since', older);
  expect([code, out]).toEqual([1, expect.stringContaining('guid-changed')]);
});

test('a text of the feed’s cannot give the terminal orders', async () => {
  server.show.feed = good.feed.replace('duration>2<', 'duration>\u009b31m&#x9b;2J<');
  expect((await run(`${server.url}/feed.xml`, '--no-sound')).out).not.toMatch(/[\u0080-\u009f]/);
});

test('refuses what is no address, and an older copy that is not there', async () => {
  await expect(run('feed.xml')).rejects.toMatchObject({ code: 'request_invalid' });
  await expect(
    run(`${server.url}/feed.xml`, '--since', join(folder, 'none.xml')),
  ).rejects.toMatchObject({ code: 'file_not_found' });
});
