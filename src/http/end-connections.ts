import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What is being answered on a connection. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** An answer that gets no further in so long is not waited for when the server is stopped, ms. */
const patience = 1000;

/**
 * When the server is stopped, ends the connections that would keep it for nothing: those on which nothing is
 * asked, such as browsers open ahead of need; uploads, which go on from where they are; and answers that nobody
 * fetches, such as a recording that is paused. The others are finished.
 */
export function endConnections(app: FastifyInstance) {
  const open = new Map<Socket, Exchange | null>();
  /** Set once the server is being stopped. */
  let looking: NodeJS.Timeout | undefined;
  app.server.on('connection', (socket: Socket) => {
    open.set(socket, null);
    socket.once('close', () => open.delete(socket));
  });
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    open.set(socket, { request, response });
    response.once('close', () => {
      if (open.get(socket)?.response !== response) return;
      open.set(socket, null);
      if (looking !== undefined) socket.destroySoon();
    });
  });
  app.addHook('preClose', async () => {
    const written = new Map<Socket, number>();
    const look = () => {
      for (const [socket, exchange] of open) {
        if (exchange === null) socket.destroySoon();
        else if (isInVain(exchange, socket, written)) socket.destroy();
        written.set(socket, socket.bytesWritten);
      }
    };
    look();
    looking = setInterval(look, patience);
  });
  app.addHook('onClose', async () => clearInterval(looking));
}

function isInVain(
  { request, response }: Exchange,
  socket: Socket,
  written: Map<Socket, number>,
): boolean {
  if (!request.complete) return true;
  return response.headersSent && written.get(socket) === socket.bytesWritten;
}
