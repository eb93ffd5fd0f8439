import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
import { endConnections } from '../../src/http/end-connections.ts';

let app: FastifyInstance;
let port: number;
let asked: Promise<void>;
beforeEach(async () => {
  app = Fastify({ forceCloseConnections: 'idle', requestTimeout: 0 });
  endConnections(app);
  let ask = () => {};
  asked = new Promise((resolve) => {
    ask = resolve;
  });
  app.get('/slow', async () => {
    ask();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'answered';
  });
  app.get('/large', (_request, reply) => {
    ask();
    return reply.send(Readable.from(Array(50).fill(Buffer.alloc(1_000_000))));
  });
  app.addContentTypeParser('text/x', (_request, body, done) => {
    ask();
    body.resume().on('end', () => done(null));
  });
  app.post('/', () => 'taken');
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});

async function say(text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** How long it takes to stop, ms. */
async function stop(): Promise<number> {
  const began = performance.now();
  await app.close();
  return performance.now() - began;
}

test('a connection on which nothing is asked, or only half of it, keeps nobody waiting', async () => {
  await Promise.all([say(''), say('GET / HTTP/1.1\r\nHost: x\r\n')]);
  expect(await stop()).toBeLessThan(1000);
});

test('an upload that is under way ends at once', async () => {
  await say(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/x\r\nContent-Length: 100\r\n\r\nsome',
  );
  await asked;
  expect(await stop()).toBeLessThan(1000);
});

test('an answer that is being made is finished', async () => {
  const socket = await say('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await asked;
  const heard = once(socket, 'data');
  await stop();
  expect(String(await heard)).toContain('answered');
});

test('an answer that nobody fetches is not waited for', async () => {
  const socket = await say('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.pause();
  await asked;
  expect(await stop()).toBeLessThan(3000);
});
