import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Episode } from '../../episode/episode.ts';
import { findPerson } from '../../episode/people.ts';
import { renderArchivePage } from '../../render/archive-page.tsx';
import { renderEmbedPage } from '../../render/embed-page.tsx';
import { renderEpisodePage } from '../../render/episode-page.tsx';
import { renderFrontPage } from '../../render/front-page.tsx';
import { href, paths, segment } from '../../render/site.ts';
import type { Cards } from '../cards.ts';
import type { Context } from '../context.ts';
import { partsOf } from '../episode-parts.ts';
import { type Archive, findArchive } from '../find-archive.ts';
import { findEpisode, redirect, redirectToSlash, withQuery } from '../find-episode.ts';
import type { SendRendered } from '../rendered.ts';

const html = 'text/html; charset=utf-8';

/** What people read. */
export function pages(app: FastifyInstance, context: Context, send: SendRendered, cards: Cards) {
  const { catalogue } = context;
  type Slug = { Params: { slug: string } };

  app.get<{ Querystring: { page?: string } }>('/', (request, reply) => {
    const page = Math.max(1, Math.trunc(Number(request.query.page ?? 1)) || 1);
    return send(request, reply, {
      key: `front ${page}`,
      type: html,
      render: () =>
        renderFrontPage({
          site: context.site(),
          show: catalogue.show(),
          episodes: [...catalogue.episodes()],
          page,
        }),
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
    return send(request, reply, {
      key: `episode ${episode.slug}`,
      type: html,
      render: async () => {
        const parts = await partsOf(context, episode);
        const card = await cards.of(episode, parts);
        return renderEpisodePage({
          ...{ ...parts, card },
          ...neighbours(catalogue.episodes(), episode),
        });
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
      type: html,
      render: async () => renderEmbedPage({ ...(await partsOf(context, episode)), withWords }),
    });
  });

  app.get<{ Params: { tag: string } }>('/tags/:tag/', (request, reply) =>
    sendArchive(request, reply, findArchive(context, 'tag', request.params.tag)),
  );

  app.get<{ Params: { person: string } }>('/people/:person/', (request, reply) => {
    const asked = request.params.person;
    const heard = (name: string) => {
      const as = segment(name);
      return catalogue
        .episodes()
        .some(({ people }) => people.some((person) => segment(person.name) === as));
    };
    // Who was renamed is found under the old name as long as it is an alias.
    const known = findPerson(catalogue.known().people, wordsOf(asked));
    if (known !== null && !heard(asked) && heard(known.name)) {
      return redirect(reply, href(context.site(), paths.person(known.name)), 301);
    }
    return sendArchive(request, reply, findArchive(context, 'person', asked));
  });

  function sendArchive(request: FastifyRequest, reply: FastifyReply, archive: Archive) {
    const { kind, heading, person, episodes, path } = archive;
    return send(request, reply, {
      key: `${kind} ${archive.segment}`,
      type: html,
      render: () =>
        renderArchivePage({
          site: context.site(),
          show: catalogue.show(),
          ...{ kind, heading, person, episodes, feedPath: paths.feedOf(path) },
        }),
    });
  }
}

/** The name a path segment was made of, as far as it shows. */
function wordsOf(segmentOfPath: string): string {
  return segmentOfPath.replaceAll('-', ' ');
}

function neighbours(episodes: readonly Episode[], episode: Episode) {
  const at = episodes.findIndex(({ slug }) => slug === episode.slug);
  // What no list names stands by itself.
  if (at === -1) return { previous: null, next: null };
  return { previous: episodes[at + 1] ?? null, next: episodes[at - 1] ?? null };
}
