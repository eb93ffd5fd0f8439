import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, one, readXml } from '../render/feed-xml.ts';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

/** Closes whatever it is put into, and then runs. */
const attack = `"'</title></script></textarea>]]>--><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;`;
const yaml = JSON.stringify(attack);
let app: StartedApp;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'hostile', {
    'recording.mp3': null,
    'transcript.vtt': `WEBVTT\n\n00:00.100 --> 00:01.000\n<v Eve &lt;script&gt;>${attack}\n\n00:01.000 --> 00:02.000\n<v Eve &lt;script&gt;><script>alert(3)</script> javascript:alert(4)\n`,
    'episode.md': `---\ntitle: ${yaml}\ndescription: ${yaml}\ntags: [${yaml}]\npeople: [{name: ${yaml}}]\n---\n${attack}\n\n[link](javascript:alert(5)) <iframe src="https://evil.example/"></iframe>\n\n<svg onload=alert(6)><style>*{display:none}</style>\n`,
  });
  await putEpisode(episodesDir, 'hostile-text', {
    'recording.mp3': null,
    'transcript.txt': `Eve: ${attack}\n\nAda: <b>bold</b>\n`,
  });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

const pages = () => [
  '/',
  '/episodes/hostile/',
  '/episodes/hostile-text/',
  '/embed/hostile/',
  '/episodes/hostile/transcript.html',
  '/episodes/hostile-text/transcript.html',
];

test('text from files never becomes markup on a page', async () => {
  for (const path of pages()) {
    const response = await fetch(app.url + path);
    expect([path, response.status]).toEqual([path, 200]);
    const page = await response.text();
    // Where anything of it became markup, a tag or an attribute of it would be left.
    expect(page).not.toMatch(/<script>|<img[^>]*onerror|<iframe|<svg[^>]*onload|<style/i);
    expect(page).not.toMatch(/href="\s*javascript:/i);
    for (const [tag] of page.matchAll(/<[a-z][^>]*>/gi))
      expect(tag).not.toMatch(/\son\w+\s*=\s*[^"]/i);
  }
});

test('text from files is shown as it was written', async () => {
  const page = await (await fetch(`${app.url}/episodes/hostile/`)).text();
  expect(page).toContain('&lt;script>alert(1)&lt;/script>');
  const plain = await (await fetch(`${app.url}/episodes/hostile-text/transcript.txt`)).text();
  expect(plain).toContain(attack);
});

test('data in a page cannot end its own block', async () => {
  const page = await (await fetch(`${app.url}/episodes/hostile/`)).text();
  for (const [, data = ''] of page.matchAll(
    /<script type="application\/(?:ld\+)?json"[^>]*>([\s\S]*?)<\/script>/g,
  )) {
    expect(() => JSON.parse(data)).not.toThrow();
  }
});

test('archives of hostile tags and people answer', async () => {
  const page = await (await fetch(`${app.url}/episodes/hostile/`)).text();
  const links = [...page.matchAll(/href="(\/(?:tags|people)\/[^"]+)"/g)].map(([, to = '']) => to);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const response = await fetch(app.url + link.replaceAll('&amp;', '&'));
    expect([link, response.status]).toEqual([link, 200]);
    expect(await response.text()).not.toContain('<script>');
  }
});

test('the feed stays well-formed, and says it as it was written', async () => {
  const feed = readXml(await (await fetch(`${app.url}/feed.xml`)).text());
  const titles = all(one(feed, 'channel'), 'item').map((item) => one(item, 'title').text);
  expect(titles).toContain(attack);
});
