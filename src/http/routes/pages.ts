import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Episode } from '../../episode/episode.ts';
import { AlongsideError } from '../../episode/error.ts';
import { findPerson } from '../../episode/people.ts';
import type { Person } from '../../episode/person.ts';
import { renderArchivePage } from '../../render/archive-page.tsx';
import { renderEmbedPage } from '../../render/embed-page.tsx';
import { renderEpisodePage } from '../../render/episode-page.tsx';
import { renderFrontPage } from '../../render/front-page.tsx';
import { href, paths, segment } from '../../render/site.ts';
import type { Cards } from '../cards.ts';
import type { Context } from '../context.ts';
import { partsOf } from '../episode-parts.ts';
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

  app.get<{ Params: { tag: string } }>('/tags/:tag/', (request, reply) => {
    const wanted = segment(request.params.tag);
    return archive(request, reply, 'tag', wanted, ({ tags }) => {
      const tag = tags.find((one) => segment(one) === wanted);
      return tag === undefined ? undefined : { heading: tag };
    });
  });

  app.get<{ Params: { person: string } }>('/people/:person/', (request, reply) => {
    const wanted = segment(request.params.person);
    const heardAs = (name: string) => {
      const as = segment(name);
      return ({ people }: Episode) => people.find((person) => segment(person.name) === as);
    };
    const heard = heardAs(request.params.person);
    // Who was renamed is found under the old name as long as it is an alias.
    const known = findPerson(catalogue.known().people, wordsOf(request.params.person));
    const episodes = catalogue.episodes();
    if (known !== null && !episodes.some(heard) && episodes.some(heardAs(known.name))) {
      return redirect(reply, href(context.site(), paths.person(known.name)), 301);
    }
    return archive(request, reply, 'person', wanted, (episode) => {
      const person = heard(episode);
      return person && { heading: person.name, person };
    });
  });

  /** Episodes that have something in common: `shared` finds it in an episode that has it. */
  function archive(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: 'tag' | 'person',
    wanted: string,
    shared: (episode: Episode) => { heading: string; person?: Person } | undefined,
  ) {
    const episodes = catalogue.episodes().filter((episode) => shared(episode) !== undefined);
    const found = episodes[0] && shared(episodes[0]);
    if (found === undefined) {
      throw new AlongsideError('not_found', 'There is nothing here.', {
        remedy: 'Go to the front page and look for it there.',
      });
    }
    return send(request, reply, {
      key: `${kind} ${wanted}`,
      type: html,
      render: () =>
        renderArchivePage({
          site: context.site(),
          show: catalogue.show(),
          ...found,
          episodes,
          kind,
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
