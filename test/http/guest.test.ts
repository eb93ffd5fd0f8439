import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksumOf } from '../../src/guest/checksum.ts';
import { makeRecording, manifestOf, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'talk', {
    'recording.mp3': null,
    'transcript.vtt': timedTranscript,
    'episode.md': '---\ntitle: A talk\n---\n',
  });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

interface Wanted {
  slug?: string;
  allow?: string[];
  expires?: string;
  name?: string;
}
interface Made {
  id: string;
  url: string;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

function api(path: string, method = 'GET', body?: unknown) {
  return fetch(app.url + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${app.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
}

async function invite(wanted: Wanted = {}): Promise<Made> {
  const body = { slug: 'talk', expires: inDays(2), ...wanted };
  const response = await api('/api/invites', 'POST', body);
  expect(response.status).toBe(201);
  return (await response.json()) as Made;
}

/** Sends bytes over tus. */
async function send(
  link: string,
  bytes: Uint8Array,
  part: string,
  name: string,
  said: { sha256?: string } = {},
) {
  const created = await create(link, { part, name, size: bytes.length, ...said });
  expect(created.status).toBe(201);
  const upload = new URL(created.headers.get('location') ?? '', link).href;
  const sent = await patch(upload, bytes);
  expect(sent.status).toBe(204);
  return { url: upload, id: upload.split('/').pop() ?? '' };
}

function create(
  link: string,
  { size, name = 'file', ...rest }: { part: string; name?: string; size: number; sha256?: string },
) {
  const said = { filename: name, ...rest, invite: 'of my own' };
  const metadata = Object.entries(said).map(([key, value]) => `${key} ${btoa(value)}`);
  return fetch(`${link}uploads`, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(size),
      'upload-metadata': metadata.join(','),
    },
  });
}

function patch(upload: string, bytes: Uint8Array, offset = 0) {
  return fetch(upload, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as BodyInit,
  });
}

function order(link: string, part: string, body: object) {
  return fetch(link + part, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function orderAndFollow(link: string, part: string, upload: string) {
  const response = await order(link, part, { upload });
  expect(response.status).toBe(202);
  const answer = (await response.json()) as { job: string };
  const events = await (await fetch(`${link}jobs/${answer.job}/events`)).text();
  return { answer, events };
}

const corrected = () =>
  Buffer.from(timedTranscript.replace('quiet', 'still').replace('small', 'large'));
const recordingOf = async (hz: number) =>
  readFile(await makeRecording(join(app.episodesDir, `.tone-${hz}.mp3`), { hz }));

describe('a link', () => {
  test('opens a page that nobody else finds', async () => {
    const { url } = await invite({ name: 'Ada' });
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    const page = await response.text();
    for (const text of ['A talk', 'Hello Ada', 'The recording', 'The transcript'])
      expect(page).toContain(text);
    expect(await (await fetch(`${app.url}/sitemap.xml`)).text()).not.toContain('guest');
  });

  test('brings a correction, which takes effect at once', async () => {
    const { url } = await invite({ allow: ['transcript'], name: 'Ada' });
    const { id } = await send(url, corrected(), 'transcript', 'new.vtt');
    const { events } = await orderAndFollow(url, 'transcript', id);
    expect(events).toContain('"state":"done"');
    const text = await (await fetch(`${app.url}/episodes/talk/transcript.txt`)).text();
    expect(text).toContain('In a large room');
    await expect
      .poll(() => app.log.filter((line) => line.includes('guest Ada')).at(-1))
      .toMatch(/^Change by guest Ada: POST \/guest\/:token\/transcript talk \S+ \(202\)$/);
  });

  test('makes a new episode a draft, and does not tell its address', async () => {
    const { url } = await invite({ slug: 'brand-new' });
    const first = await send(url, corrected(), 'transcript', 'early.vtt');
    const early = await order(url, 'transcript', { upload: first.id });
    expect(early.status).toBe(404);
    expect(await early.json()).toMatchObject({ title: 'There is no recording yet.' });

    const { id } = await send(url, await recordingOf(550), 'recording', 'call.mp3');
    const { answer, events } = await orderAndFollow(url, 'recording', id);
    expect(events).toContain('"state":"done"');
    expect(Object.keys(answer).sort()).toEqual(['job', 'slug']);
    expect(events).not.toContain('~');
    expect((await manifestOf(app.episodesDir, 'brand-new')).episode.draft).toBe(true);
    expect((await fetch(`${app.url}/episodes/brand-new/`)).status).toBe(404);

    await orderAndFollow(url, 'transcript', first.id);
    expect((await manifestOf(app.episodesDir, 'brand-new')).episode.draft).toBe(true);
  });

  test('cannot take the recording of another episode', async () => {
    const { url } = await invite({ slug: 'other' });
    const bytes = await readFile(join(app.episodesDir, 'talk', 'recording.mp3'));
    const { id } = await send(url, bytes, 'recording', 'talk.mp3');
    const refused = await order(url, 'recording', { upload: id });
    expect(refused.status).toBe(409);
    expect((await fetch(`${app.url}/episodes/talk/`)).status).toBe(200);
  });
});

describe('a file that was changed on its way', () => {
  const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  test('is refused where the page said what it sends', async () => {
    const { url } = await invite();
    const bytes = corrected();
    const sent = { sha256: sum(Buffer.from('something else')) };
    const { id } = await send(url, bytes, 'transcript', 'new.vtt', sent);
    const refused = await order(url, 'transcript', { upload: id });
    expect(await refused.json()).toMatchObject({ code: 'upload_checksum' });
    const again = await send(url, bytes, 'transcript', 'new.vtt', { sha256: sum(bytes) });
    expect((await orderAndFollow(url, 'transcript', again.id)).events).toContain('"state":"done"');
  });

  test('is told by the same checksum in the page', async () => {
    const bytes = randomBytes(1000);
    expect(await checksumOf(new Blob([bytes]))).toBe(sum(bytes));
    expect(await checksumOf({ size: (64 << 20) + 1 } as Blob)).toBe(null);
  });
});

describe('a link and an episode that moves', () => {
  async function moveTo(from: string, to: string) {
    const response = await api(`/api/episodes/${from}`, 'PATCH', { slug: to });
    const { job } = (await response.json()) as { job: string };
    await (await api(`/api/jobs/${job}/events`)).text();
    expect(await manifestOf(app.episodesDir, to)).toMatchObject({ formerSlugs: [from] });
  }
  const page = async (url: string) => (await fetch(url)).text();

  test('goes with it; one for an address that was free does not come to open what was there', async () => {
    const free = await invite({ slug: 'spare' });
    await makeDraft('spare', 600);
    const bound = await invite({ slug: 'spare' });
    await moveTo('spare', 'moved');
    const { recording } = await manifestOf(app.episodesDir, 'moved');
    expect(await page(bound.url)).toContain('Titled spare');
    expect(await page(free.url)).not.toContain('Titled spare');
    const { id } = await send(free.url, await recordingOf(610), 'recording', 'call.mp3');
    await order(free.url, 'recording', { upload: id });
    expect((await manifestOf(app.episodesDir, 'moved')).recording).toEqual(recording);
  });

  test('is made for the episode that the address leads to now, and says so', async () => {
    const asked = await api('/api/invites', 'POST', { slug: 'spare', expires: inDays(1) });
    expect(await asked.json()).toMatchObject({ slug: 'moved' });
  });

  async function makeDraft(slug: string, hz: number) {
    const { url } = await invite({ slug });
    const { id } = await send(url, await recordingOf(hz), 'recording', `${slug}.mp3`);
    await orderAndFollow(url, 'recording', id);
    const response = await api(`/api/episodes/${slug}`, 'PATCH', {
      options: { title: `Titled ${slug}` },
    });
    const { job } = (await response.json()) as { job: string };
    await (await api(`/api/jobs/${job}/events`)).text();
  }
});

describe('what a link does not open', () => {
  /** Everything below the folder, with its content. */
  async function everything(): Promise<Record<string, string>> {
    const entries = await readdir(app.episodesDir, { recursive: true, withFileTypes: true });
    // What the public has been told follows a publication by itself.
    const files = entries.filter(
      ({ name, parentPath }) => !/\.public\.json|\.tmp-|\.outbox/.test(join(parentPath, name)),
    );
    const read = files
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, await readFile(path, 'latin1')];
      });
    return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
  }

  /** Asks for all a link could be asked for. */
  async function refusals(url: string, bytes = Buffer.from('A: Hello.')) {
    const upload = '0'.repeat(32);
    const before = await everything();
    const answers = [
      await fetch(url),
      await create(url, { part: 'transcript', size: bytes.length }),
      await patch(`${url}uploads/${upload}`, bytes),
      await order(url, 'transcript', { upload }),
      await order(url, 'recording', { upload }),
      await fetch(`${url}jobs/${upload}/events`),
    ];
    expect(await everything()).toEqual(before);
    return answers.map(({ status }) => status);
  }
  const all = (status: number) => Array(6).fill(status);

  test('with a wrong signature: nothing', async () => {
    const { url } = await invite();
    const [said = '', signed = ''] = new URL(url).pathname.split('/')[2]?.split('.') ?? [];
    const link = (token: string) => `${app.url}/guest/${token}/`;
    const claims = JSON.parse(Buffer.from(said, 'base64url').toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...claims, slug: 'other' })).toString('base64url');
    const swapped = (signed.startsWith('A') ? 'B' : 'A') + signed.slice(1);
    for (const token of [`${said}.${swapped}`, `${other}.${signed}`])
      expect(await refusals(link(token))).toEqual(all(401));
    for (const token of [said, `${said}.`, `.${signed}`, `${said}.${signed}x`, 'x'])
      expect((await fetch(link(token))).status).toBe(401);
  });

  test('too late: nothing', async () => {
    const { url } = await invite({ expires: new Date(Date.now() + 1500).toISOString() });
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(async () => (await fetch(url)).status, { timeout: 5000 }).toBe(401);
    expect(await refusals(url)).toEqual(all(401));
    expect(await (await fetch(url)).text()).toContain('has expired');
  });

  test('after it was revoked: nothing, not even what had begun', async () => {
    const { url, id } = await invite();
    const bytes = Buffer.from('A: Hello.');
    const created = await create(url, { part: 'transcript', size: bytes.length });
    const upload = new URL(created.headers.get('location') ?? '', url).href;
    expect((await api(`/api/invites/${id}`, 'DELETE')).status).toBe(200);
    expect((await patch(upload, bytes)).status).toBe(401);
    expect(await refusals(url)).toEqual(all(401));
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('This link has been withdrawn.');
  });

  test('after it was revoked: not how its job goes on either', async () => {
    const { url, id } = await invite();
    const sent = await send(url, corrected(), 'transcript', 'new.vtt');
    const { job } = (await (await order(url, 'transcript', { upload: sent.id })).json()) as {
      job: string;
    };
    const events = await fetch(`${url}jobs/${job}/events`);
    expect((await api(`/api/invites/${id}`, 'DELETE')).status).toBe(200);
    await events.text();
    expect((await fetch(`${url}jobs/${job}/events`)).status).toBe(401);
    await app.idle();
  });

  test('another episode', async () => {
    const { url } = await invite();
    const { id } = await send(url, corrected(), 'transcript', 'new.vtt');
    const before = await everything();
    const refused = await order(url, 'transcript', { upload: id, slug: 'other' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      403,
      'forbidden',
    ]);
    expect(await everything()).toEqual(before);
  });

  test('another verb than it allows', async () => {
    const { url } = await invite({ allow: ['transcript'] });
    const { id } = await send(url, corrected(), 'transcript', 'new.vtt');
    const before = await everything();
    expect((await create(url, { part: 'recording', size: 9 })).status).toBe(403);
    expect((await order(url, 'recording', { upload: id })).status).toBe(403);
    expect(await everything()).toEqual(before);
    expect(await (await fetch(url)).text()).not.toContain('The recording');
  });

  test('what somebody else has begun', async () => {
    const [mine, yours] = [await invite(), await invite()];
    const { id, url } = await send(yours.url, corrected(), 'transcript', 'new.vtt');
    const before = await everything();
    const stolen = url.replace(yours.url, mine.url);
    for (const method of ['HEAD', 'DELETE'])
      expect((await fetch(stolen, { method, headers: { 'tus-resumable': '1.0.0' } })).status).toBe(
        403,
      );
    expect((await patch(stolen, corrected())).status).toBe(403);
    expect((await order(mine.url, 'transcript', { upload: id })).status).toBe(403);
    expect(await everything()).toEqual(before);
    const { answer } = await orderAndFollow(yours.url, 'transcript', id);
    expect((await fetch(`${mine.url}jobs/${answer.job}/events`)).status).toBe(403);
  });

  test('what somebody else has begun, by an address that says two things', async () => {
    const [mine, yours] = [await invite(), await invite()];
    const own = await send(mine.url, corrected(), 'transcript', 'own.vtt');
    const { id, url } = await send(yours.url, corrected(), 'transcript', 'new.vtt');
    const headers = { 'tus-resumable': '1.0.0' };
    for (const behind of [`?/${id}`, `%2F${id}`, `%5C${id}`, `/${id}`])
      await fetch(own.url + behind, { method: 'DELETE', headers });
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(200);
  });

  test('the API', async () => {
    const { url } = await invite();
    const token = new URL(url).pathname.split('/')[2] ?? '';
    const before = await everything();
    const asked: [method: string, path: string][] = [
      ['GET', '/api/episodes'],
      ['GET', '/api/invites'],
      ['POST', '/api/invites'],
      ['DELETE', '/api/episodes/talk'],
      ['POST', '/api/uploads'],
    ];
    for (const [method, path] of asked) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(app.url + path, { method, headers })).status).toBe(401);
    }
    expect(await everything()).toEqual(before);
  });

  test('more beginnings than anyone needs', async () => {
    const { url } = await invite();
    const begin = async () => (await create(url, { part: 'transcript', size: 9 })).status;
    const begun = await Promise.all(Array.from({ length: 15 }, begin));
    expect(begun.filter((status) => status === 201)).toHaveLength(10);
    expect(begun.filter((status) => status === 429)).toHaveLength(5);
  });

  test('files that are far too large for a transcript', async () => {
    const { url } = await invite();
    const refused = await create(url, { part: 'transcript', size: 65 << 20 });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      title: 'The file is far too large for a transcript.',
    });
  });
});

describe('an invite', () => {
  test.each<[string, Wanted, string]>([
    ['past its end', { expires: inDays(-1) }, 'The link’s end is past.'],
    [
      'without an end in sight',
      { expires: inDays(91) },
      'The link’s end is more than 90 days ahead.',
    ],
    [
      'with a line break in its name',
      { name: 'Ann\nChange by owner' },
      'The name has a line break or the like in it.',
    ],
    ['for no address', { slug: '../x' }, '“../x” cannot be an address.'],
  ])('%s is refused', async (_, wanted, title) => {
    const body = { slug: 'talk', expires: inDays(1), ...wanted };
    const response = await api('/api/invites', 'POST', body);
    expect(await response.json()).toMatchObject({ title });
  });

  test('is listed, without its link, and holds after a restart', async () => {
    const { id, url } = await invite({ name: 'Jo' });
    const list = await (await api('/api/invites')).text();
    expect(JSON.parse(list)).toMatchObject({
      invites: expect.arrayContaining([
        expect.objectContaining({ id, slug: 'talk', name: 'Jo', revoked: null }),
      ]),
    });
    expect(list).not.toContain(url.split('.').pop());
    expect((await api('/api/invites/none', 'DELETE')).status).toBe(404);
    await app.stop();
    app = await startApp({ episodesDir: app.episodesDir });
    expect((await fetch(app.url + new URL(url).pathname)).status).toBe(200);
  });
});
