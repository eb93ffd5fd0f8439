import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ settings: { TRUST_PROXY: 'true' } });
});
afterAll(() => app?.close());

interface Asked {
  method?: string;
  token?: string;
  body?: unknown;
  /** Where it comes from. */
  from?: string;
}

function ask(path: string, { method, token = app.token, body, from }: Asked = {}) {
  return fetch(app.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(from === undefined ? {} : { 'x-forwarded-for': from }),
    },
  });
}

async function newToken(name: string): Promise<string> {
  const response = await ask('/api/tokens', { body: { name } });
  expect(response.status).toBe(201);
  return ((await response.json()) as { token: string }).token;
}

test('a named token opens the API, but only the first one manages tokens', async () => {
  const token = await newToken('studio');
  expect((await ask('/api/episodes', { token })).status).toBe(200);
  for (const asked of [{}, { body: { name: 'more' } }]) {
    const refused = await ask('/api/tokens', { ...asked, token });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'forbidden' });
  }
  expect((await ask('/api/tokens/studio', { method: 'DELETE', token })).status).toBe(403);
  const { tokens } = (await (await ask('/api/tokens')).json()) as { tokens: object[] };
  expect(tokens).toEqual([
    {
      name: 'studio',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      lastUsed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    },
  ]);
});

test('a token that is revoked ends at once, and so does what it was listening to', async () => {
  const token = await newToken('listener');
  const stream = await ask('/api/events', { token });
  expect((await ask('/api/tokens/listener', { method: 'DELETE' })).status).toBe(200);
  expect(await stream.text()).toContain('event: status');
  expect((await ask('/api/episodes', { token })).status).toBe(401);
});

test('after ten wrong tokens in a minute an address has to wait, and others need not', async () => {
  const from = '192.0.2.7';
  for (let i = 0; i < 10; i += 1) {
    expect((await ask('/api/episodes', { token: 'wrong', from })).status).toBe(401);
  }
  for (const token of ['wrong', app.token]) {
    const refused = await ask('/api/episodes', { token, from });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ code: 'too_many_attempts' });
  }
  expect((await ask('/api/episodes', { from: '192.0.2.8' })).status).toBe(200);
  expect(app.log.filter((line) => line.includes(from))).toEqual([
    `Refused GET /api/episodes from ${from}. The upload token is wrong.`,
  ]);
});

test('whoever was let in from an address is not shut out by another’s wrong tokens', async () => {
  const from = '192.0.2.9';
  expect((await ask('/api/episodes', { from })).status).toBe(200);
  for (let i = 0; i < 11; i += 1) await ask('/api/episodes', { token: 'wrong', from });
  expect((await ask('/api/episodes', { token: 'wrong', from })).status).toBe(429);
  expect((await ask('/api/episodes', { from })).status).toBe(200);
});

test('every change is in the log with who made it, and questions are not', async () => {
  const token = await newToken('writer');
  const create = await fetch(`${app.url}/api/uploads`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-length': '1',
    },
  });
  const id = create.headers.get('location')?.split('/').pop();
  await ask('/api/recordings', { token, body: { sha256: '0'.repeat(64), name: 'talk.mp3' } });
  await ask('/api/episodes', { token, body: { recording: { sha256: '0'.repeat(64) } } });
  const changes = () => app.log.filter((line) => /^Change by .*(?:writer|uploads)/.test(line));
  await expect
    .poll(changes)
    .toEqual([
      'Change by owner: POST /api/tokens writer (201)',
      `Change by writer: POST /api/uploads ${id} (201)`,
    ]);
});
