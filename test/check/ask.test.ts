import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { type Answer, createAsk } from '../../src/check/ask.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

const serve = async (listener: RequestListener) =>
  `http://127.0.0.1:${await listening(createServer(listener))}`;

test('redirects are followed and counted', async () => {
  const url = await serve((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step < 3) response.writeHead(302, { location: String(step + 1) }).end();
    else response.end('there');
  });
  const answer = (await createAsk()(`${url}/0`)) as Answer;
  expect([answer.redirects, answer.url, String(answer.body)]).toEqual([3, `${url}/3`, 'there']);
});

test('a redirect to anything but the web is not followed', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  );
  expect(await createAsk()(url)).toMatchObject({ cause: 'connection' });
});

test('after so many redirects nobody goes on', async () => {
  const url = await serve((_request, response) => response.writeHead(302, { location: '/' }).end());
  expect(await createAsk()(url)).toMatchObject({ cause: 'redirects' });
});

test('an answer that never ends is cut at its deadline', async () => {
  const url = await serve((_request, response) => void response.write('…'));
  const silence = await createAsk()(url, { seconds: 0.2 });
  expect(silence).toMatchObject({ reason: 'it took longer than 0.2 seconds' });
});

test('no more is read than was asked for, however far it unpacks', async () => {
  const bomb = gzipSync(Buffer.alloc(20 << 20));
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );
  const { body, whole } = (await createAsk()(url, { most: 1000 })) as Answer;
  expect([body.length, whole]).toEqual([1000, false]);
});

test('a certificate that nobody vouches for is told as such', async () => {
  const port = await listening(createSecureServer({ key, cert }, (_, response) => response.end()));
  expect(await createAsk()(`https://127.0.0.1:${port}/`)).toMatchObject({ cause: 'certificate' });
});

test('whoever stops the check stops its requests', async () => {
  const stop = new AbortController();
  const url = await serve(() => stop.abort(new Error('enough')));
  await expect(createAsk({ signal: stop.signal })(url)).rejects.toThrow('enough');
});

/** Of no use to anybody: made for `other.example`, by itself. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgU+z51OPh0jZyvIh/
YlpXeCbBtov22bTuOH/y5rIfYIShRANCAASebq+lYVE8mbNVb/Q0vVux8nn1Rkud
bMTchiypMS2nVw7TobpHctJzSqQEBQndqOMeh8kpjcibCrknHnBfZijD
-----END PRIVATE KEY-----
`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBhzCCAS2gAwIBAgIUGJsIHtS9nFT46hrBUgih3pvD9pEwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTAgFw0yNjExMjMwOTE0MzNaGA8yMTI2
MTAzMDA5MTQzM1owGDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABJ5ur6VhUTyZs1Vv9DS9W7HyefVGS51sxNyGLKkxLadX
DtOhukdy0nNKpAQFCd2o4x6HySmNyJsKuScecF9mKMOjUzBRMB0GA1UdDgQWBBRq
pElUHI5BajDyDSEwSZf8rdGU9zAfBgNVHSMEGDAWgBRqpElUHI5BajDyDSEwSZf8
rdGU9zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIBsPQAtvORRq
32cfOp/jRqz2Xz1xKoF2pQSQ6e87PprpAiEA7HUUjYGy5b8pShNnV/+t33ZExTAJ
2tG9ZCh5k8qyZ3I=
-----END CERTIFICATE-----
`;
