import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRecording, manifestOf, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';
import type { CommandResult } from './run-upload.ts';

const script = join(import.meta.dirname, '..', '..', 'dist', 'scripts', 'import.js');
const defaultCover = join(import.meta.dirname, '..', '..', 'public', 'default-cover.jpg');
const show = `title: Talks
description: Two & two.
language: en-GB
author: Ada Finch
type: serial
owner: { name: Ada Finch, email: ada@example.org }
categories: [{ name: Education, sub: How To }]
funding: { url: https://example.org/give, text: Give }
people: [{ name: Ada Finch, role: host }]
copyright: Ada Finch
feedEpisodes: 1
cover: cover.jpg
`;
let from: StartedApp;
let to: StartedApp;
let temporary: string;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'alongside-import-test-'));
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'by-the-sea', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'chapters.json':
      '{"version":"1.2.0","chapters":[{"startTime":0,"title":"A room"},{"startTime":1.5,"title":"The end"}]}',
    'episode.md': `---
title: By the sea & beyond
date: 2019-05-04T20:00:00Z
description: A morning by the sea.
season: 2
number: 7
explicit: true
people:
  - name: Ada Finch
    role: host
    link: https://ada.example/
  - Jo Marsh
---
It was *cold*.

- \`one\`
- [two](https://two.example/)
`,
  });
  const later = '---\ntitle: Later\ndate: 2020-01-01\n---\n## Heading\n\nNotes.\n';
  await putEpisode(
    episodesDir,
    'later',
    { 'recording.mp3': null, 'episode.md': later },
    { hz: 300 },
  );
  // So that there are two pages.
  await writeFile(join(episodesDir, 'show.yaml'), show);
  await copyFile(defaultCover, join(episodesDir, 'cover.jpg'));
  [from, to] = await Promise.all([startApp({ episodesDir }), startApp()]);
});
afterAll(async () => {
  await Promise.all([from?.close(), to?.close()]);
  await rm(temporary, { recursive: true, force: true });
});

describe('the import command, in the order a publisher might use it,', () => {
  test('says what would come, and sends nothing', async () => {
    const { code, stdout } = await run(to, `${from.url}/feed.xml`, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('2 of 2 episodes would come');
    expect(await slugs(to)).toEqual([]);
  });

  test('stopped after the first episode keeps what has come', async () => {
    const { child, done, err } = start(to, [`${from.url}/feed.xml`]);
    while (!err().includes('[2/2]')) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await done;
    await to.idle();
    expect(await slugs(to)).toContain('later');
  });

  test('finishes when it is run again', async () => {
    const { code, stdout, stderr } = await run(to, `${from.url}/feed.xml`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    expect(stderr).not.toContain('[1/2]');
    expect(stdout).toContain('Everything came.');
    expect(await slugs(to)).toEqual(['by-the-sea', 'later']);
  });

  test('has brought the same show', async () => {
    const [before, after] = await Promise.all([feedOf(from), feedOf(to)]);
    const names = [
      'podcast:guid',
      'title',
      'description',
      'language',
      'copyright',
      'podcast:funding',
    ];
    for (const name of [
      ...names,
      'itunes:type',
      'itunes:author',
      'itunes:owner',
      'podcast:person',
    ]) {
      expect(contentOf(after, name)).toBe(contentOf(before, name));
    }
    expect(await bytesOf(coverIn(after))).toBe(await bytesOf(coverIn(before)));
  });

  test.each(['by-the-sea', 'later'])('has brought the same episode: %s', async (slug) => {
    const [before, after] = await Promise.all([itemOf(from, slug), itemOf(to, slug)]);
    expect(after).toBe(before);
    const [one, other] = await Promise.all([
      manifestOf(from.episodesDir, slug),
      manifestOf(to.episodesDir, slug),
    ]);
    expect(other.episode.audio.sha256).toBe(one.episode.audio.sha256);
    expect(other.episode.chapters).toEqual(one.episode.chapters);
    for (const name of one.episode.transcript ? ['transcript.vtt', 'chapters.json'] : []) {
      const path = `/episodes/${slug}/${name}`;
      expect(await textAt(to.url + path)).toBe(await textAt(from.url + path));
    }
  });

  test('changes nothing when it is run once more', async () => {
    const before = await textAt(`${to.url}/feed.xml`);
    const { code, stdout } = await run(to, `${from.url}/feed.xml`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 here already')]);
    expect(await textAt(`${to.url}/feed.xml`)).toBe(before);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('brings what another feed has into the same show, which stays as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-feed-'));
    await makeRecording(join(folder, 'sound', 'third.mp3'), { hz: 250 });
    const items = `<item><title>Third</title><enclosure url="sound/third.mp3"/></item>
      <item><title>A letter</title><guid>letter</guid></item>
      <item><title>Again</title><guid>again</guid><enclosure url="sound/third.mp3"/></item>
      <item><title>Gone</title><guid>gone</guid><enclosure url="gone.mp3"/></item>`;
    await writeFile(
      join(folder, 'feed.xml'),
      `  <?xml version="1.0"?><rss><channel><title>Other</title>${items}</channel></rss>`,
    );
    const { code, stdout } = await run(to, join(folder, 'feed.xml'), '--json');
    const { show, episodes, remarks } = JSON.parse(stdout);
    expect([code, show]).toEqual([1, 'left']);
    expect(episodes.map(({ title, state }: Record<string, string>) => `${title} ${state}`)).toEqual(
      ['Third brought', 'Again failed', 'Gone failed'],
    );
    const lost = remarks.filter(({ isLoss }: { isLoss: boolean }) => isLoss);
    expect(lost.map(({ episode }: { episode: string }) => episode)).toEqual([
      'A letter',
      'Again',
      'Gone',
    ]);
    expect(contentOf(await feedOf(to), 'title')).not.toContain('Other');
    expect(await slugs(to)).toEqual(['by-the-sea', 'later', 'third']);

    await run(to, join(folder, 'feed.xml'), '--replace-show', '--only-new');
    expect(contentOf(await feedOf(to), 'title')).toBe('<![CDATA[Other]]>');
    const kept = (await readdir(to.episodesDir)).filter((name) => name.includes('before-import'));
    expect(kept).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});

describe('a recording whose host breaks off', () => {
  let host: Server;
  let ranges: (string | undefined)[];
  let sound: Buffer;
  let feed: string;
  let title = 'Broken';

  beforeAll(async () => {
    sound = await readFile(await makeRecording(join(temporary, 'long.mp3'), { hz: 350 }));
    await rm(join(temporary, 'long.mp3'));
    ranges = [];
    host = createServer((request, response) => {
      if (request.url === '/feed.xml') {
        const item = `<item><title>${title}</title><guid>b</guid><enclosure url="a.mp3"/></item>`;
        response.end(`<rss><channel><title>B</title>${item}</channel></rss>`);
        return;
      }
      const { range } = request.headers;
      ranges.push(range);
      const at = Number(/\d+/.exec(range ?? '')?.[0] ?? 0);
      response.writeHead(range ? 206 : 200, {
        etag: '"one"',
        'content-length': sound.length - at,
        'content-range': `bytes ${at}-${sound.length - 1}/${sound.length}`,
      });
      if (range) response.end(sound.subarray(at));
      else response.write(sound.subarray(0, 5000), () => setTimeout(() => response.destroy(), 50));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => host.once('listening', resolve));
    feed = `http://127.0.0.1:${(host.address() as AddressInfo).port}/feed.xml`;
  });
  afterAll(() => host?.close());

  test('is fetched on from where it broke off', async () => {
    const { code } = await run(to, feed);
    expect(code).toBe(0);
    expect(ranges).toEqual([undefined, 'bytes=5000-']);
    const { recording } = await manifestOf(to.episodesDir, 'broken');
    expect(recording.sha256).toBe(createHash('sha256').update(sound).digest('hex'));
  });

  test('is not fetched again when only something else is said of it', async () => {
    title = 'Mended';
    const { code, stdout } = await run(to, feed);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 changed')]);
    const { episode } = await manifestOf(to.episodesDir, 'broken');
    expect(episode).toMatchObject({ guid: 'b', title: 'Mended' });
    expect(ranges).toHaveLength(2);
  });
});

function run(app: StartedApp, ...args: string[]): Promise<CommandResult> {
  return start(app, args).done;
}

function start({ url, token }: StartedApp, args: string[]) {
  const { PATH = '', FFMPEG_PATH = '' } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    [script, '--server', url, '--token', token, ...args],
    { env: { PATH, FFMPEG_PATH, TMPDIR: temporary }, cwd: temporary },
  );
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const done = new Promise<CommandResult>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout: out(), stderr: err() }));
  });
  return { child, done, err };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let all = '';
  stream?.setEncoding('utf8').on('data', (text: string) => {
    all += text;
  });
  return () => all;
}

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function bytesOf(url: string): Promise<string> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return createHash('sha256').update(bytes).digest('hex');
}

function feedOf(app: StartedApp): Promise<string> {
  return textAt(`${app.url}/feed.xml`);
}

/** An item as XML, without what has to differ: the server's address, and when the words became these. */
async function itemOf(app: StartedApp, slug: string): Promise<string> {
  const first = await feedOf(app);
  const next = /<atom:link[^>]*rel="next"[^>]*>/.exec(first)?.[0];
  const older = next
    ? await textAt(/href="([^"]+)"/.exec(next)?.[1]?.replaceAll('&amp;', '&') ?? '')
    : '';
  const items = (first + older).split('<item>').slice(1);
  const item = items.find((xml) => xml.includes(`/episodes/${slug}/`)) ?? '';
  return (item.split('</item>')[0] ?? '').replaceAll(app.url, '').replaceAll(/\?v=\w+/g, '');
}

function contentOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
}

function coverIn(xml: string): string {
  return /<itunes:image href="([^"]+)"/.exec(xml)?.[1] ?? '';
}

async function slugs(app: StartedApp): Promise<string[]> {
  const entries = await readdir(app.episodesDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}
