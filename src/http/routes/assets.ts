import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

/** The files in `public/`, under addresses that carry their version. */
export async function assets(app: FastifyInstance, context: Context) {
  await app.register(fastifyStatic, {
    root: context.publicFolder,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
  });
  app.get('/favicon.ico', (_request, reply) =>
    reply.sendFile('icon-180.png', context.publicFolder, { maxAge: '1d', immutable: false }),
  );
}
