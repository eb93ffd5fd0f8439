import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { followJob } from '../../src/cli/follow-job.ts';

let server: Server | undefined;
/** How often it was told that the server had gone. */
let away = 0;
afterEach(() => {
  away = 0;
  server?.closeAllConnections();
  server?.close();
});

/** Follows a job whose server gives these answers, one a request, and then the last again and again. */
async function follow(answers: RequestListener[], patience: number) {
  let asked = 0;
  server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(request, response);
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return followJob({ url: `http://127.0.0.1:${port}`, token: 'x' }, 'a-job', () => {}, {
    onAway: () => (away += 1),
    patience,
  });
}

const tell =
  (state: string): RequestListener =>
  (_request, response) =>
    response.end(JSON.stringify({ job: 'a-job', state }));
const badGateway: RequestListener = (_request, response) => {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
};
const quietThenBroken: RequestListener = async (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
  await sleep(700);
  response.destroy();
};

test('a job that had nothing to tell for long is still waited for when its connection breaks', async () => {
  const answers = [tell('running'), quietThenBroken, badGateway, tell('done')];
  expect(await follow(answers, 500)).toMatchObject({ state: 'done' });
  expect(away).toBe(1);
});

test('a proxy that says the server is away is asked again, and in the end believed', async () => {
  await expect(follow([badGateway], 500)).rejects.toMatchObject({
    code: 'server_unreachable',
    message: expect.stringMatching(/^The server behind .* does not answer; .* says 502\.$/),
    facts: { remedy: expect.stringMatching(/What was sent is kept/) },
  });
});

test('what Alongside itself answers is not asked again', async () => {
  const problem = { code: 'ffmpeg_missing', title: 'There is no ffmpeg.', remedy: 'Install it.' };
  const refuse: RequestListener = (_request, response) => {
    response.writeHead(503).end(JSON.stringify(problem));
  };
  await expect(follow([refuse, tell('done')], 10_000)).rejects.toMatchObject({
    code: 'ffmpeg_missing',
  });
});
