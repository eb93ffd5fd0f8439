import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchSmall } from '../../src/cli/import/fetch-small.ts';
import { leadsInside } from '../../src/cli/import/inside.ts';

let host: Server;
let url: string;
let asked: string[] = [];
const fetching = { onlyOutside: false, signal: new AbortController().signal, pauses: [1, 1] };
const text = async (path: string, more = {}) =>
  new TextDecoder().decode((await fetchSmall(url + path, 1000, { ...fetching, ...more })).bytes);
const redirects: Record<string, string> = {
  '/loop': '/loop',
  '/file': 'file:///etc/passwd',
  '/on': '/ok',
};

beforeAll(async () => {
  host = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const to = redirects[path];
    if (to) response.writeHead(302, { location: to }).end();
    else if (path === '/large') response.end('x'.repeat(2000));
    else if (path === '/busy') response.writeHead(asked.length < 3 ? 503 : 200).end('at last');
    else response.writeHead(path === '/ok' ? 200 : 404).end('here');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => host.once('listening', resolve));
  url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host?.close();
});

describe('fetching what a feed names', () => {
  test('follows redirects', async () => {
    expect(await text('/on')).toBe('here');
  });

  test.each([
    ['/loop', 'without end'],
    ['/file', 'no address of the web'],
    ['/large', 'larger than'],
    ['/gone', '404'],
  ])('gives up on %s', async (path, message) => {
    await expect(text(path)).rejects.toThrow(message);
  });

  test('tries again what is busy, and not what is gone', async () => {
    asked = [];
    expect(await text('/busy')).toBe('at last');
    asked = [];
    await expect(text('/gone')).rejects.toThrow();
    expect(asked).toEqual(['/gone']);
  });

  test('does not let a feed from outside reach in', async () => {
    await expect(text('/ok', { onlyOutside: true })).rejects.toThrow('own network');
  });

  test.each([
    ['http://127.0.0.1/', true],
    ['http://[::1]:3000/', true],
    ['http://[::ffff:10.0.0.1]/', true],
    ['http://169.254.169.254/latest', true],
    ['http://2130706433/', true],
    ['http://192.0.2.7/', false],
  ])('knows whether %s leads inside', async (address, inside) => {
    expect(await leadsInside(address)).toBe(inside);
  });
});
