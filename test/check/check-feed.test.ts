import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsk } from '../../src/check/ask.ts';
import { checkFeed } from '../../src/check/check-feed.ts';
import { type RuleId, rules } from '../../src/check/rules.ts';
import type { Sound } from '../../src/check/sound.ts';
import { makeRecording } from '../sample-episode.ts';
import { feedFaults } from './feed-faults.ts';
import { fileFaults } from './file-faults.ts';
import { goodShow } from './good-show.ts';
import { type PlantedServer, type PlantedShow, servePlanted } from './planted-feed.ts';

let folder: string;
let sound: Uint8Array;
let server: PlantedServer;
let good: PlantedShow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'));
  sound = await readFile(await makeRecording(join(folder, 'one.mp3')));
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

const quiet = async (): Promise<Sound> => ({
  ...{ duration: 2, bitrate: 128_000, channels: 2, integrated: -16, truePeak: -1.5 },
});

async function check(more: Partial<Parameters<typeof checkFeed>[1]> = {}) {
  const options = { ask: createAsk(), episodes: 3, listen: quiet, ...more };
  return checkFeed(`${server.url}/feed.xml`, options);
}

test('a good feed has nothing to find fault with', async () => {
  const report = await check();
  expect(report.findings).toEqual([]);
  expect(report.looked).toMatchObject({ episodes: 2, opened: 2, heard: 2, redirects: 0 });
});

describe('a fault in the feed is found:', () => {
  test.each([...feedFaults, ...fileFaults])('%s', async (_what, plant, rule) => {
    plant(server.show);
    const { findings } = await check();
    const { severity, source } = rules[rule];
    expect(findings.map((one) => one.rule)).toContain(rule);
    expect(findings.find((one) => one.rule === rule)).toMatchObject({ severity, source });
  });

  test('every one of them with where it is and what to do', async () => {
    server.show.feed = server.show.feed.replace('duration>2<', 'duration>2.0<');
    expect((await check()).findings).toEqual([
      {
        severity: 'error',
        rule: 'duration-form',
        source: 'Apple podcast tags: duration',
        where: 'line 29 of the feed',
        found: '<itunes:duration> says “2.0”.',
        remedy: 'Write the duration in whole seconds, without a fraction: 1231.',
        episode: { title: 'One', guid: 'guid-one' },
      },
    ]);
  });
});

test('a bare ampersand is told where it stands, not where the next semicolon is', async () => {
  server.show.feed = good.feed.replace('Talks in', 'Talks & more in');
  const { findings } = await check();
  expect(findings).toMatchObject([{ rule: 'xml-not-well-formed', where: 'line 11 of the feed' }]);
});

test('episodes are looked at behind a tag that nobody closed', async () => {
  server.show.feed = good.feed.replace('<item>', '<itunes:category text="Arts"><item>');
  const { findings, looked } = await check();
  expect(looked.episodes).toBe(2);
  expect(findings.map(({ rule }) => rule)).toContain('xml-not-well-formed');
});

test.each([
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'It is an Atom feed.'],
  ['<html><body><p>Not here</p></body></html>', 'It is a web page.'],
])('what is no RSS is called by its name: %s', async (source, found) => {
  server.show.feed = source;
  expect((await check()).findings).toContainEqual(
    expect.objectContaining({ rule: 'rss-root', found }),
  );
});

test('minutes beyond an hour are a clock all the same', async () => {
  server.show.feed = good.feed.replace('duration>2<', 'duration>75:09<');
  const rulesFound = (await check({ listen: null })).findings.map(({ rule }) => rule);
  expect(rulesFound).toContain('duration-clock');
  expect(rulesFound).not.toContain('duration-form');
});

test('of chapters in the feed the one that stands in the wrong place is told alone', async () => {
  server.show.feed = good.feed.replace('"00:00:00.000"', '"00:00:09"');
  const { findings } = await check({ listen: null });
  expect(findings.filter(({ rule }) => rule === 'simple-chapters-form')).toHaveLength(1);
});

test('a feed of nothing but tags is refused', async () => {
  server.show.feed = `<rss><channel>${'<item/>'.repeat(2_000_000)}`;
  const { findings } = await check();
  expect(findings.map(({ rule }) => rule)).toContain('feed-too-large');
});

test('thousands of episodes with everything amiss are told in a bearable length', async () => {
  server.show.feed = `<rss><channel>${'<item/>'.repeat(3000)}</channel></rss>`;
  const { findings, looked } = await check();
  expect([looked.episodes, findings.length < 200]).toEqual([3000, true]);
});

describe('what is measured', () => {
  const sounds: [string, Partial<Sound>, RuleId[]][] = [
    ['too loud', { integrated: -9, truePeak: 0.4 }, ['loudness', 'true-peak']],
    ['loud enough in mono', { channels: 1, integrated: -19, bitrate: 96_000 }, []],
    ['thin', { bitrate: 48_000 }, ['bit-rate']],
    ['silent', { integrated: null, truePeak: null }, []],
    ['longer than the feed says', { duration: 60 }, ['duration-wrong']],
  ];
  test.each(sounds)('%s', async (_what, of, expected) => {
    const listen = async () => ({ ...(await quiet()), ...of });
    const { findings } = await check({ listen, episodes: 1 });
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('an older copy of the feed', () => {
  test('that says the same has nothing to say', async () => {
    expect((await check({ since: good.feed })).findings).toEqual([]);
  });

  test('shows that a GUID was changed, though title or address may have been as well', async () => {
    server.show.feed = good.feed.replace('guid-one', 'another').replace('<title>One', '<title>Uno');
    const { findings } = await check({ since: good.feed });
    expect(findings).toMatchObject([{ rule: 'guid-changed', episode: { guid: 'another' } }]);
  });

  test('shows that the show’s own GUID was changed', async () => {
    server.show.feed = good.feed.replace('9b024349', '9b024340');
    const { findings } = await check({ since: good.feed });
    expect(findings.map(({ rule }) => rule)).toEqual(['podcast-guid-changed']);
  });
});

test('an episode may be looked at alone', async () => {
  server.show.files['/one.mp3'] = { type: 'text/html', body: Buffer.from('gone') };
  const { findings, looked } = await check({ episodes: { guid: 'guid-two' } });
  expect([findings, looked.opened]).toEqual([[], 1]);
});

test('what is amiss everywhere is told ten times and counted', async () => {
  const item = '<item><title>More</title></item>';
  server.show.feed = good.feed.replace('</channel>', `${item.repeat(40)}</channel>`);
  const { findings } = await check({ episodes: 0 });
  const missing = findings.filter(({ rule }) => rule === 'enclosure-missing');
  expect(missing.length).toBe(10);
  expect(missing.at(-1)?.found).toBe('There is no <enclosure>. And 30 more like this.');
});

test('a connection that is refused is a finding too', async () => {
  const gone = await servePlanted((url) => goodShow(url, sound));
  await gone.close();
  const report = await checkFeed(`${gone.url}/feed.xml`, {
    ...{ ask: createAsk(), episodes: 3, listen: null },
  });
  expect(report.findings).toMatchObject([{ rule: 'feed-unreachable', severity: 'error' }]);
});
