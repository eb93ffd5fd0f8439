import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlongsideError, errorCodes } from '../../src/episode/error.ts';
import { problemOf } from '../../src/http/error-responses.ts';
import { type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
beforeAll(async () => {
  // So that each request may say where it comes from.
  app = await startApp({ settings: { TRUST_PROXY: 'true' } });
});
afterAll(() => app?.close());

interface Asked {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  token?: string | null;
}

async function ask(path: string, { method, body, headers = {}, token = app.token }: Asked = {}) {
  const response = await fetch(app.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  return response;
}

test.each(errorCodes)('the code %s has a status of its own kind', (code) => {
  const problem = problemOf(new AlongsideError(code, 'It failed.', { remedy: 'Do this.' }));
  expect(problem).toMatchObject({ code, title: 'It failed.', remedy: 'Do this.' });
  expect(problem.status).toBeGreaterThanOrEqual(400);
  expect(problem.status).toBeLessThan(600);
});

describe('an error of the API', () => {
  const sha256 = 'a'.repeat(64);
  const upload = 'b'.repeat(32);
  test.each<[string, string, Asked, number, string]>([
    ['an unknown job', `/api/jobs/${randomUUID()}`, {}, 404, 'job_not_found'],
    ['events of an unknown job', `/api/jobs/${randomUUID()}/events`, {}, 404, 'job_not_found'],
    ['a path that is none', '/api/nothing', {}, 404, 'not_found'],
    ['no body', '/api/episodes', { body: '' }, 400, 'request_invalid'],
    ['broken JSON', '/api/episodes', { body: '{' }, 400, 'request_invalid'],
    ['another shape', '/api/episodes', { body: { recording: 5 } }, 400, 'request_invalid'],
    [
      'a body that is no JSON',
      '/api/episodes',
      { body: 'x', headers: { 'content-type': 'text/csv' } },
      415,
      'request_invalid',
    ],
    [
      'an option that cannot be',
      '/api/episodes',
      { body: { recording: { sha256 }, options: { date: 'soon' } } },
      400,
      'request_invalid',
    ],
    [
      'a recording that is not here',
      '/api/episodes',
      { body: { recording: { sha256 } } },
      404,
      'upload_not_found',
    ],
    [
      'an upload that is not here',
      '/api/episodes',
      { body: { recording: { upload } } },
      404,
      'upload_not_found',
    ],
    [
      'a slug that is no address',
      '/api/recordings',
      { body: { sha256, name: 'a.mp3', slug: '../etc' } },
      422,
      'slug_invalid',
    ],
    [
      'a hash that is none',
      '/api/recordings',
      { body: { sha256: 'abc', name: 'a.mp3' } },
      400,
      'request_invalid',
    ],
  ])('for %s is problem details with a code', async (_title, path, asked, status, code) => {
    const response = await ask(path, asked);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as Record<string, unknown>;
    expect({ ...problem, httpStatus: response.status }).toMatchObject({
      type: 'about:blank',
      code,
      status,
      httpStatus: status,
    });
    expect(String(problem.title)).toMatch(/\.$/);
    expect(String(problem.remedy)).toMatch(/\.$/);
  });
});

describe('the API', () => {
  const doors: [string, string, unknown][] = [
    ['POST', '/api/uploads', undefined],
    ['PATCH', '/api/uploads/b', undefined],
    ['HEAD', '/api/uploads/b', undefined],
    ['DELETE', '/api/uploads/b', undefined],
    ['POST', '/api/recordings', {}],
    ['POST', '/api/episodes', {}],
    ['GET', '/api/episodes', undefined],
    ['GET', '/api/jobs/1', undefined],
    ['GET', '/api/jobs/1/events', undefined],
    ['POST', '/api/jobs/1/cancel', {}],
    ['POST', '/api/episodes/talk/retry', {}],
    ['GET', '/api/events', undefined],
    ['GET', '/api/tokens', undefined],
    ['POST', '/api/tokens', { name: 'x' }],
    ['DELETE', '/api/tokens/x', undefined],
  ];
  // Who fails too often from one address has to wait.
  let asked = 0;
  const elsewhere = () => {
    asked += 1;
    return { 'x-forwarded-for': `192.0.2.${asked}` };
  };
  test.each(doors)('lets nobody %s %s without the token', async (method, path, body) => {
    for (const token of [null, 'wrong', `${app.token}x`, app.token.slice(1)]) {
      const response = await ask(path, { method, body, token, headers: elsewhere() });
      expect([token, response.status]).toEqual([token, 401]);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      if (method !== 'HEAD') {
        expect(await response.json()).toMatchObject({ code: 'unauthorized', status: 401 });
      }
    }
  });

  test('is described by OpenAPI, which anybody may read', async () => {
    const response = await ask('/api/docs/json', { token: null });
    const { openapi, paths } = (await response.json()) as { openapi: string; paths: object };
    expect(openapi).toMatch(/^3\./);
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/recordings', '/api/episodes', '/api/jobs/{id}']),
    );
  });

  test('says what there is and what is being published', async () => {
    expect(await (await ask('/api/episodes')).json()).toEqual({
      show: { problems: [] },
      episodes: [],
      publishing: [],
    });
  });
});

describe('an error on a page', () => {
  const html = { accept: 'text/html' };
  test.each(['/nothing', '/episodes/nothing/', '/tags/nothing/', '/people/nobody/', '/art/x.jpg'])(
    '%s is a page that says so',
    async (path) => {
      const response = await ask(path, { headers: html });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('href="/"');
    },
  );

  test('is one for addresses that cannot be read, too', async () => {
    const response = await ask('/episodes/%E0%A4%A/', { headers: html });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });

  test('never puts what was asked for into the answer', async () => {
    for (const path of [
      '/episodes/%3Cscript%3Ealert(1)%3C%2Fscript%3E/',
      '/tags/%3Cscript%3E/',
      '/?page=%3Cscript%3E',
      '/oembed?url=%3Cscript%3E',
    ]) {
      const response = await ask(path, { headers: html });
      expect(await response.text()).not.toMatch(/<script>/);
    }
  });

  test('never puts line breaks into headers', async () => {
    for (const path of ['/episodes/a%0d%0aset-cookie:b=c', '/audio/a.%0d%0aset-cookie:b=c']) {
      const response = await fetch(app.url + path, { redirect: 'manual' });
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  test('looks nowhere but among what is published', async () => {
    for (const path of [
      '/assets/..%2fpackage.json',
      '/assets/%2e%2e/package.json',
      '/audio/..%2f.upload-token.mp3',
      '/art/..%2fshow.yaml',
      '/episodes/..%2f.upload-token',
      '/assets/.upload-token',
    ]) {
      const response = await fetch(app.url + path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain(app.token);
    }
  });
});

test('a server that can serve says so', async () => {
  const response = await fetch(`${app.url}/healthz`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});
