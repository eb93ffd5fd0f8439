import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { finding } from '../../src/check/finding.ts';
import { tellCheck } from '../../src/cli/tell-check.ts';

let server: Server;
afterEach(() => server?.close());

/** What is said of an episode when `/api/check` answers so. */
async function saidOf(status: number, body: unknown): Promise<string[]> {
  const said: string[] = [];
  server = createServer((_request, response) =>
    response.writeHead(status).end(JSON.stringify(body)),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await tellCheck({ url, token: 'x'.repeat(16) }, 'one', (line) => said.push(line));
  return said;
}

test('errors and warnings are told in one block, advice is not', async () => {
  const findings = [
    finding('duration-form', 12, 'It says “2.0”.'),
    finding('loudness', 'https://a.example/one.mp3', 'It has −9 LUFS.'),
  ];
  expect(await saidOf(200, { findings })).toEqual([
    'In the feed, directories and apps will stumble over this:',
    expect.stringMatching(/^ {2}error: It says “2\.0”\.\n {4}line 12 of the feed\n/),
  ]);
});

test.each([
  ['has nothing to say', 200, { findings: [] }],
  ['cannot check', 404, { code: 'not_found' }],
  ['answers something else', 200, 'hello'],
])('nothing is said where the server %s', async (_what, status, body) => {
  expect(await saidOf(status, body)).toEqual([]);
});
