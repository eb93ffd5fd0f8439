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

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};
const headers = { ...always, 'content-security-policy': policyFor("'none'") };
const headersOfEmbed = { ...always, 'content-security-policy': policyFor('*') };

/** The embedded player may be framed anywhere; nothing else may. */
export function sendSecurityHeaders(app: FastifyInstance) {
  app.addHook('onSend', (request, reply, _payload, done) => {
    const before = reply.getHeader('referrer-policy');
    reply.headers(request.url.startsWith('/embed/') ? headersOfEmbed : headers);
    // An answer may be more reserved than the others.
    if (before !== undefined) reply.header('referrer-policy', before);
    done();
  });
}

function policyFor(frames: string): string {
  return [...policy, `frame-ancestors ${frames}`].join('; ');
}
