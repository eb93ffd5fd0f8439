import type { FastifyInstance } from 'fastify';
import { renderFeed } from '../../render/feed.ts';
import type { Context } from '../context.ts';
import type { SendRendered } from '../rendered.ts';

/** What podcast apps poll. */
export function feed(app: FastifyInstance, context: Context, send: SendRendered) {
  app.get('/feed.xml', (request, reply) =>
    send(request, reply, {
      key: 'feed',
      type: 'application/rss+xml; charset=utf-8',
      headers: { 'access-control-allow-origin': '*' },
      render: () =>
        renderFeed({
          site: context.site(),
          show: context.catalogue.show(),
          episodes: context.catalogue.episodes(),
          lastRemoved: context.catalogue.lastRemoved(),
        }),
    }),
  );
}
