import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { guestOf } from './authorize-guest.ts';
import type { Context } from './context.ts';

/** An answer that stays open: server-sent events, as the HTML standard has them. */
export interface EventStream {
  /** @param name the event's type; without one it is a plain message */
  send(data: unknown, name?: string): void;
  close(): void;
}

/** A sign of life for proxies that cut silent connections, ms. */
const signOfLife = 15_000;

/** What may wait to be fetched by a reader who is too slow, bytes; beyond it the reader has to come back. */
const mostUnread = 4_000_000;

/**
 * Opens streams for the routes of `app`. They end when the server is stopped, which would else wait for as
 * long as someone listens, and when the token or invite they were opened with is revoked.
 *
 * @returns opens one; `onClose` is called once, whoever closes it
 */
export function createEventStreams(
  app: FastifyInstance,
  { tokens, invites }: Pick<Context, 'tokens' | 'invites'>,
) {
  const open = new Map<() => void, FastifyRequest>();
  app.addHook('preClose', async () => {
    for (const close of open.keys()) close();
  });
  tokens.onRevoked((name) => {
    for (const [close, request] of open) {
      if (guestOf(request) === null && request.who === name) close();
    }
  });
  invites.onRevoked((id) => {
    for (const [close, request] of open) if (guestOf(request)?.id === id) close();
  });

  return (request: FastifyRequest, reply: FastifyReply, onClose: () => void): EventStream => {
    // Answered by hand from here on.
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // Once it has ended nothing is left that the server would have to wait for.
      connection: 'close',
    });
    stream.flushHeaders();
    const alive = setInterval(() => stream.write(':\n\n'), signOfLife);
    const close = () => {
      if (!open.delete(close)) return;
      clearInterval(alive);
      onClose();
      stream.end();
    };
    stream.on('close', close);
    open.set(close, request);
    return {
      send(data, name) {
        if (!open.has(close)) return;
        const type = name === undefined ? '' : `event: ${name}\n`;
        stream.write(`${type}data: ${JSON.stringify(data)}\n\n`);
        if (stream.writableLength <= mostUnread) return;
        close();
        // Else all that waits would be kept for as long as they read on.
        stream.destroy();
      },
      close,
    };
  };
}
