import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putEpisode } from '../../sample-episode.ts';
import { newEpisodesDir, removeEpisodesDir, type StartedApp, startApp } from '../../serve.ts';

const secret = 'a secret of the receiver';
interface Received {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const received: Received[] = [];
let refusals = 0;
const receiver = createServer(async (request, answer) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const refused = request.url === '/hook' && refusals > 0;
  if (refused) refusals -= 1;
  else received.push({ url: request.url ?? '', headers: request.headers as never, body });
  answer.writeHead(refused ? 503 : 204).end();
});
const of = (url: string) => received.filter((one) => one.url === url);
const told = () => of('/hook').map(({ body }) => JSON.parse(body));

let app: StartedApp;
let episodesDir: string;
const settings: Record<string, string> = { WEBHOOK_SECRET: secret };
async function until(what: () => boolean) {
  while (!what()) await sleep(50);
}

beforeAll(async () => {
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  const { port } = receiver.address() as AddressInfo;
  settings.WEBHOOKS = `http://127.0.0.1:${port}/hook`;
  episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'first', { 'recording.mp3': null });
  await writeFile(
    join(episodesDir, 'show.yaml'),
    `title: A show\ndescription: Of sounds.\nhubs: [http://127.0.0.1:${port}/hub]\n`,
  );
  const before = await startApp({ episodesDir });
  await before.stop();
  // As a show looks that was there before its episodes were counted.
  await rm(join(episodesDir, '.public.json'), { force: true });
  await rm(join(episodesDir, '.outbox'), { recursive: true, force: true });
  app = await startApp({ episodesDir, settings });
});
afterAll(async () => {
  await app?.stop();
  await removeEpisodesDir(episodesDir);
  receiver.close();
});

test('what was there before anyone counted is no news', async () => {
  await sleep(2500);
  expect(received).toEqual([]);
});

test('an episode that is published, changed and removed is announced each time, signed', async () => {
  await putEpisode(episodesDir, 'second', { 'recording.mp3': null }, { hz: 330 });
  await until(() => told().length === 1 && of('/hub').length === 1);
  const [hook] = of('/hook');
  const { headers = {}, body = '' } = hook ?? {};
  expect(JSON.parse(body)).toEqual({
    type: 'episode.published',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      guid: expect.any(String),
      slug: 'second',
      title: expect.any(String),
      url: `${app.url}/episodes/second/`,
    },
  });
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const mac = createHmac('sha256', secret).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  const ping = new URLSearchParams(of('/hub')[0]?.body);
  expect(Object.fromEntries(ping)).toMatchObject({
    'hub.mode': 'publish',
    'hub.url': `${app.url}/feed.xml`,
  });

  await writeFile(join(episodesDir, 'second', 'episode.md'), '---\ntitle: Another name\n---\n');
  await until(() => told().length === 2);
  expect(told()[1]).toMatchObject({ type: 'episode.changed', data: { title: 'Another name' } });

  await rm(join(episodesDir, 'second'), { recursive: true });
  await until(() => told().length === 3);
  expect(told()[2]).toMatchObject({ type: 'episode.removed', data: { slug: 'second' } });
});

test('what changed while the server was away is announced at its next start, and tried again', async () => {
  const before = told().length;
  await app.stop();
  await rm(join(episodesDir, 'first'), { recursive: true });
  refusals = 1;
  app = await startApp({ episodesDir, settings });
  expect((await fetch(`${app.url}/episodes/first/`)).status).toBe(410);
  await until(() => told().length > before);
  expect(refusals).toBe(0);
  expect(told().at(-1)).toMatchObject({ type: 'episode.removed', data: { slug: 'first' } });
});

test('what an import brings over is no news, for it was public elsewhere', async () => {
  const pings = of('/hub').length;
  const imported = { mark: 'as it was', recording: 'https://example.org/old.mp3' };
  const decided = { version: 1, guid: 'old-guid', imported };
  const files = { 'recording.mp3': null, 'episode.json': JSON.stringify(decided) };
  await putEpisode(episodesDir, 'moved', files, { hz: 550 });
  await until(() => of('/hub').length > pings);
  await sleep(1500);
  expect(told().filter(({ data }) => data.slug === 'moved')).toEqual([]);
});
