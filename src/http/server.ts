import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Context } from './context.ts';
import { endConnections } from './end-connections.ts';
import { answerError, answerErrors } from './error-responses.ts';
import { routes } from './routes.ts';
import { sendSecurityHeaders } from './security-headers.ts';

export interface ServerOptions {
  logger: FastifyServerOptions['logger'];
  trustProxy: boolean;
  /** Path in front of every address, as a proxy passes it on; empty for none. */
  prefix: string;
}

/** The server with all its routes, not yet listening. */
export async function createServer(
  context: Context,
  { logger, trustProxy, prefix }: ServerOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === undefined ? {} : { logger }),
    trustProxy,
    // Requests are the proxy's to log; errors are logged where they are answered.
    logController: new LogController({ disableRequestLogging: true }),
    // Some proxies pass the prefix on, some take it off; both arrive at the same routes.
    rewriteUrl: ({ url = '/' }) =>
      prefix && (url === prefix || url.startsWith(`${prefix}/`))
        ? url.slice(prefix.length) || '/'
        : url,
    // Names of people and tags may be long, and longer still when they are percent-encoded.
    routerOptions: { maxParamLength: 1500 },
    frameworkErrors: (error, request, reply) =>
      answerError(error, request as FastifyRequest, reply as FastifyReply, context),
    forceCloseConnections: 'idle',
    // Slow senders are dropped before their headers are in; uploads themselves may take all day.
    requestTimeout: 0,
    connectionTimeout: 0,
  });
  await app.register(swagger, {
    openapi: {
      info: { title: 'Alongside', description: 'Publishing interviews.', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  endConnections(app);
  sendSecurityHeaders(app);
  answerErrors(app, context);
  await routes(app, context);
  return app;
}
