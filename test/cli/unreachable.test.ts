import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { call } from '../../src/cli/server-api.ts';
import { unreachable } from '../../src/cli/unreachable.ts';

const asking = (url: string) => call({ url, token: 'x' }, '/api/episodes');

test('a connection that is refused means that there is no server', async () => {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  await expect(asking(`https://127.0.0.1:${port}`)).rejects.toMatchObject({
    message: expect.stringMatching(/it does not speak HTTPS there \(\w+\)\.$/),
  });
  await new Promise((closed) => server.close(closed));
  await expect(asking(url)).rejects.toMatchObject({ message: `There is no server at ${url}.` });
});

test('a name that nobody knows is said to be one', async () => {
  await expect(asking('http://nowhere.invalid')).rejects.toMatchObject({
    code: 'server_unreachable',
    message: expect.stringMatching(/^http:\/\/nowhere\.invalid cannot be reached: .+ \(E\w+\)\.$/),
  });
});

test.each([
  ['ENOTFOUND', 'its name is not known'],
  ['CERT_HAS_EXPIRED', 'its certificate does not hold'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate does not hold'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate does not hold'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate does not hold'],
  ['UND_ERR_CONNECT_TIMEOUT', 'it took too long'],
  ['ECONNRESET', 'the connection broke'],
])('%s, wherever it lies among the causes, is told as: %s', (code, why) => {
  for (const cause of [{ cause: { code } }, { causingError: { cause: { code } } }]) {
    const { message, facts } = unreachable('https://example.org', cause);
    expect(message).toBe(`https://example.org cannot be reached: ${why} (${code}).`);
    expect(facts.remedy).toMatch(/\.$/);
  }
});
