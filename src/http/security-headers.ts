import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
];

/** The embedded player may be framed anywhere; nothing else may. */
export function sendSecurityHeaders(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply) => {
    const frames = request.url.startsWith('/embed/') ? '*' : "'none'";
    reply.header('content-security-policy', [...policy, `frame-ancestors ${frames}`].join('; '));
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'strict-origin-when-cross-origin');
  });
}
