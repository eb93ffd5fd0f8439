import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letGuestsIn } from '../../src/http/authorize-guest.ts';
import type { Context } from '../../src/http/context.ts';
import { createEventStreams, type EventStream } from '../../src/http/event-stream.ts';
import { rememberWho } from '../../src/http/who.ts';

let app: FastifyInstance;
let url: string;
let opened: EventStream[];
let closed: number;
let revoke: (id: string) => void;
beforeEach(async () => {
  opened = [];
  closed = 0;
  revoke = () => {};
  const invites = {
    open: (id: string) => ({ id, name: null }),
    onRevoked: (listener: typeof revoke) => {
      revoke = listener;
    },
  };
  const context = { invites, tokens: { onRevoked: () => {} } } as unknown as Context;
  app = Fastify();
  rememberWho(app);
  letGuestsIn(app, context);
  const openStream = createEventStreams(app, context);
  app.get('/:token', (request, reply) => {
    const onClose = () => {
      closed += 1;
    };
    opened.push(openStream(request, reply, onClose));
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

test('what was opened by an invite ends when that is revoked, and nobody else’s', async () => {
  const [ann, bob] = await Promise.all([fetch(`${url}/ann`), fetch(`${url}/bob`)]);
  revoke('ann');
  expect(await ann.text()).toBe('');
  expect(closed).toBe(1);
  await bob.body?.cancel();
});

test('whoever reads too slowly is cut off, and what waits for them is not kept', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await expect.poll(() => opened.length).toBe(1);
  socket.pause();
  for (let sent = 0; sent < 40 && closed === 0; sent += 1) opened[0]?.send('x'.repeat(1_000_000));
  expect(closed).toBe(1);
  const cut = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {}).resume();
  await cut;
});
