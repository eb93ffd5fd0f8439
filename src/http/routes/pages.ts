import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Episode } from '../../episode/episode.ts';
import { AlongsideError } from '../../episode/error.ts';
import { renderArchivePage } from '../../render/archive-page.tsx';
import { renderEmbedPage } from '../../render/embed-page.tsx';
import { renderEpisodePage } from '../../render/episode-page.tsx';
import { renderFrontPage } from '../../render/front-page.tsx';
import { paths, segment } from '../../render/site.ts';
import { episodeFolder, publishedFolder } from '../../store/layout.ts';
import { readModel, readPeaks } from '../../store/read-bytes.ts';
import type { Context } from '../context.ts';
import { findEpisode, redirectToSlash } from '../find-episode.ts';
import type { SendRendered } from '../rendered.ts';

const html = 'text/html; charset=utf-8';

/** What people read. */
export function pages(app: FastifyInstance, context: Context, send: SendRendered) {
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
    const episode = findEpisode(context, reply, request.params.slug, paths.episode);
    if (episode === null) return reply;
    return send(request, reply, {
      key: `episode ${episode.slug}`,
      type: html,
      render: async () =>
        renderEpisodePage({
          ...(await partsOf(context, episode)),
          ...neighbours(catalogue.episodes(), episode),
        }),
    });
  });

  app.get<Slug>('/embed/:slug', (request, reply) =>
    redirectToSlash(context, request, reply, paths.embed),
  );

  app.get<Slug>('/embed/:slug/', (request, reply) => {
    const episode = findEpisode(context, reply, request.params.slug, paths.embed);
    if (episode === null) return reply;
    return send(request, reply, {
      key: `embed ${episode.slug}`,
      type: html,
      render: async () => renderEmbedPage(await partsOf(context, episode)),
    });
  });

  app.get<{ Params: { tag: string } }>('/tags/:tag/', (request, reply) => {
    const wanted = segment(request.params.tag);
    return archive(request, reply, 'tag', wanted, ({ tags }) =>
      tags.find((tag) => segment(tag) === wanted),
    );
  });

  app.get<{ Params: { person: string } }>('/people/:person/', (request, reply) => {
    const wanted = segment(request.params.person);
    return archive(request, reply, 'person', wanted, ({ people }) =>
      people.map(({ name }) => name).find((name) => segment(name) === wanted),
    );
  });

  /** Episodes that have something in common: `headingIn` names it in an episode that has it. */
  function archive(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: 'tag' | 'person',
    wanted: string,
    headingIn: (episode: Episode) => string | undefined,
  ) {
    const episodes = catalogue.episodes().filter((episode) => headingIn(episode) !== undefined);
    const heading = episodes[0] && headingIn(episodes[0]);
    if (heading === undefined) {
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
          heading,
          episodes,
          kind,
        }),
    });
  }
}

async function partsOf(context: Context, episode: Episode) {
  const published = publishedFolder(episodeFolder(context.layout, episode.slug));
  const { transcript, waveform } = episode;
  return {
    site: context.site(),
    show: context.catalogue.show(),
    episode,
    transcript: transcript && (await readModel(`${published}/${transcript.file}`)),
    peaks: await readPeaks(`${published}/${waveform.file}`),
  };
}

function neighbours(episodes: readonly Episode[], episode: Episode) {
  const at = episodes.findIndex(({ slug }) => slug === episode.slug);
  return { previous: episodes[at + 1] ?? null, next: episodes[at - 1] ?? null };
}
