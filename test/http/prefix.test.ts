import { writeFile } from 'node:fs/promises';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runUpload } from '../cli/run-upload.ts';
import { makeRecording, plainTranscript, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

const prefix = '/our/show';

/** A reverse proxy that serves another server below a path. */
async function startProxy(target: () => string, pathFor: (path: string) => string) {
  const proxy = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== prefix && !path.startsWith(`${prefix}/`)) {
      response.writeHead(421).end();
      return;
    }
    const { method, headers } = request;
    const onward = ask(target() + pathFor(path), { method: method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return proxy;
}

describe.each([
  ['takes the prefix off', (path: string) => path.slice(prefix.length) || '/'],
  ['passes the prefix on', (path: string) => path],
])('behind a proxy that %s', (_title, pathFor) => {
  let app: StartedApp;
  let proxy: Server;
  let site: string;
  const to = (path: string) => fetch(site + path, { redirect: 'manual' });

  beforeAll(async () => {
    proxy = await startProxy(() => app.url, pathFor);
    site = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${prefix}`;
    const episodesDir = await newEpisodesDir();
    await putEpisode(episodesDir, 'talk', {
      'recording.mp3': null,
      'transcript.vtt': timedTranscript,
      'episode.md': '---\ntags: [sea]\n---\n',
      'episode.json': JSON.stringify({ version: 1, guid: 'a-guid', formerSlugs: ['speech'] }),
    });
    app = await startApp({ episodesDir, settings: { PUBLIC_URL: `${site}/` } });
  });
  afterAll(async () => {
    proxy.close();
    proxy.closeAllConnections();
    await app?.close();
  });

  test('every link of the pages and the feed leads back through the proxy', async () => {
    const links = new Set<string>();
    for (const path of ['/', '/episodes/talk/', '/embed/talk/', '/tags/sea/']) {
      const page = await (await to(path)).text();
      for (const [, link = ''] of page.matchAll(/(?:href|src)="([^"#]+)/g)) links.add(link);
    }
    const feed = await (await to('/feed.xml')).text();
    for (const [, link = ''] of feed.matchAll(/(?:href|url)="([^"]+)"/g)) links.add(link);
    expect(links.size).toBeGreaterThan(12);
    for (const link of links) {
      const url = new URL(link.replaceAll('&amp;', '&'), `${site}/`);
      expect([link, url.href.startsWith(site)]).toEqual([link, true]);
      expect([link, (await fetch(url, { method: 'HEAD' })).status]).toEqual([link, 200]);
    }
  });

  test('redirects lead back through it', async () => {
    for (const [path, where] of [
      ['/episodes/talk', '/episodes/talk/'],
      ['/episodes/speech/', '/episodes/talk/'],
      ['/audio/speech.mp3', '/audio/talk.mp3'],
    ]) {
      const response = await to(path as string);
      expect(new URL(response.headers.get('location') ?? '', site).href).toBe(
        new URL(site).origin + prefix + where,
      );
    }
  });

  test('the embedded player may be framed anywhere', async () => {
    const policy = (await to('/embed/talk/')).headers.get('content-security-policy');
    expect(policy).toContain('frame-ancestors *');
  });

  test('uploading works', async () => {
    const folder = `${app.episodesDir}-given`;
    const recording = await makeRecording(`${folder}/new.mp3`, { hz: 523 });
    await writeFile(`${folder}/new.txt`, plainTranscript);
    const { code, stdout, stderr } = await runUpload({ url: site, token: app.token }, [
      recording,
      '--transcript',
      `${folder}/new.txt`,
    ]);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(stdout).toBe(`${site}/episodes/new/\n`);
    expect((await fetch(stdout.trim())).status).toBe(200);
  });
});
