import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { onlyOwner } from '../authorize.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const body = z.object({ name: z.string().trim().max(200) });

/** Tokens for those who publish; the first token manages them. */
export function apiTokens(app: FastifyInstance, { tokens }: Context) {
  const ofOwner = { onRequest: onlyOwner };

  app.get('/api/tokens', { ...ofOwner, schema: { summary: 'Who has a token' } }, () => ({
    tokens: tokens.list(),
  }));

  app.post<{ Body: z.infer<typeof body> }>(
    '/api/tokens',
    { ...ofOwner, schema: { summary: 'A new token; told this once', body: schemaOf(body) } },
    async (request, reply) => {
      const { name } = body.parse(request.body);
      return reply.code(201).send({ name, token: await tokens.add(name) });
    },
  );

  app.delete<{ Params: { name: string } }>(
    '/api/tokens/:name',
    { ...ofOwner, schema: { summary: 'End a token at once' } },
    async (request) => {
      const { name } = request.params;
      await tokens.revoke(name);
      return { name };
    },
  );
}
