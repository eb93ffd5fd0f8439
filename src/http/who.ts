import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token let the request in: a token's name, `owner` for the first; null where none was asked for. */
    who: string | null;
  }
}

/** Gives every request a place for whom it comes from; whoever lets it in writes it there. */
export function rememberWho(app: FastifyInstance) {
  app.decorateRequest('who', null);
}
