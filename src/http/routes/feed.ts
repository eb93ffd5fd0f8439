import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import type { Archive } from '../../render/archives.ts';
import { renderFeed } from '../../render/feed.ts';
import { renderJsonFeed } from '../../render/json-feed.ts';
import type { Context } from '../context.ts';
import { findArchive } from '../find-archive.ts';
import type { SendRendered } from '../rendered.ts';

const headers = { 'access-control-allow-origin': '*' };
const rss = 'application/rss+xml; charset=utf-8';

/** What podcast apps poll: the show, page by page, and the episodes with a tag or a person. */
export function feed(app: FastifyInstance, context: Context, send: SendRendered) {
  type Paged = { Querystring: { page?: string } };
  const input = () => ({
    site: context.site(),
    show: context.catalogue.show(),
    episodes: context.catalogue.episodes(),
    lastRemoved: context.catalogue.lastRemoved(),
  });

  app.get<Paged>('/feed.xml', (request, reply) => {
    const page = pageOf(request);
    const render = () => orNothing(renderFeed({ ...input(), page }));
    return send(request, reply, { key: `feed ${page}`, type: rss, headers, render });
  });

  app.get<Paged>('/feed.json', (request, reply) => {
    const page = pageOf(request);
    const { site, show, episodes } = input();
    return send(request, reply, {
      ...{ key: `json feed ${page}`, type: 'application/feed+json; charset=utf-8', headers },
      render: () => orNothing(renderJsonFeed(site, show, episodes, page)),
    });
  });

  app.get<{ Params: { tag: string } }>('/tags/:tag/feed.xml', (request, reply) =>
    sendFeedOf(request, reply, findArchive(context, 'tag', request.params.tag)),
  );
  app.get<{ Params: { person: string } }>('/people/:person/feed.xml', (request, reply) =>
    sendFeedOf(request, reply, findArchive(context, 'person', request.params.person)),
  );

  function sendFeedOf(request: FastifyRequest, reply: FastifyReply, archive: Archive) {
    const { kind, episodes } = archive;
    return send(request, reply, {
      ...{ key: `feed of ${kind} ${archive.segment}`, type: rss, headers },
      render: () => orNothing(renderFeed({ ...input(), episodes, archive })),
    });
  }
}

function pageOf({ query }: FastifyRequest<{ Querystring: { page?: string } }>): number {
  return query.page === undefined ? 1 : Number(query.page);
}

function orNothing(rendered: string | null): string {
  if (rendered !== null) return rendered;
  throw new AlongsideError('not_found', 'The feed has no such page.', {
    remedy: 'Its first page links the others.',
  });
}
