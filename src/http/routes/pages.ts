import type { FastifyInstance } from 'fastify';
import type { Episode } from '../../episode/episode.ts';
import { renderEmbedPage } from '../../render/embed-page.tsx';
import { renderEpisodePage } from '../../render/episode-page.tsx';
import { renderFrontPage } from '../../render/front-page.tsx';
import { type Asked, beginningOf } from '../../render/page-of-episodes.ts';
import { paths } from '../../render/site.ts';
import type { Cards } from '../cards.ts';
import type { Context } from '../context.ts';
import { madeOf, partsOf } from '../episode-parts.ts';
import { findEpisode, redirectToSlash, withQuery } from '../find-episode.ts';
import type { SendRendered } from '../rendered.ts';

const html = 'text/html; charset=utf-8';

/** What people read. */
export function pages(app: FastifyInstance, context: Context, send: SendRendered, cards: Cards) {
  const { catalogue, finder } = context;
  type Slug = { Params: { slug: string } };

  app.get<{ Querystring: Asked }>('/', (request, reply) => {
    const episodes = catalogue.episodes();
    const from = beginningOf(episodes, request.query);
    return send(request, reply, {
      key: `front ${from}`,
      type: html,
      render: () =>
        renderFrontPage({ site: context.site(), show: catalogue.show(), episodes, from }),
    });
  });

  app.get<Slug>('/episodes/:slug', (request, reply) =>
    redirectToSlash(context, request, reply, paths.episode),
  );

  app.get<Slug>('/episodes/:slug/', (request, reply) => {
    const episode = findEpisode(
      context,
      reply,
      request.params.slug,
      withQuery(request, paths.episode),
    );
    if (episode === null) return reply;
    const related = finder.related(episode.slug);
    const { previous, next } = neighbours(catalogue.episodes(), episode);
    return send(request, reply, {
      key: `episode ${episode.slug}`,
      of: [...madeOf(context, episode), previous, next, related],
      type: html,
      render: async () => {
        const parts = await partsOf(context, episode);
        const card = await cards.of(episode, parts);
        return renderEpisodePage({ ...parts, card, related, previous, next });
      },
    });
  });

  app.get<Slug>('/embed/:slug', (request, reply) =>
    redirectToSlash(context, request, reply, paths.embed),
  );

  app.get<Slug & { Querystring: { transcript?: string } }>('/embed/:slug/', (request, reply) => {
    const episode = findEpisode(
      context,
      reply,
      request.params.slug,
      withQuery(request, paths.embed),
    );
    if (episode === null) return reply;
    const withWords = request.query.transcript !== undefined;
    return send(request, reply, {
      key: `embed ${episode.slug} ${withWords}`,
      of: madeOf(context, episode),
      type: html,
      render: async () => renderEmbedPage({ ...(await partsOf(context, episode)), withWords }),
    });
  });
}

function neighbours(episodes: readonly Episode[], episode: Episode) {
  const at = placesIn(episodes).get(episode);
  // What no list names stands by itself.
  if (at === undefined) return { previous: null, next: null };
  return { previous: episodes[at + 1] ?? null, next: episodes[at - 1] ?? null };
}

/** The catalogue makes a new list whenever something changes. */
function placesIn(episodes: readonly Episode[]): ReadonlyMap<Episode, number> {
  const known = places.get(episodes) ?? new Map(episodes.map((episode, at) => [episode, at]));
  places.set(episodes, known);
  return known;
}

const places = new WeakMap<readonly Episode[], ReadonlyMap<Episode, number>>();
