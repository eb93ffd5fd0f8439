import type { FastifyInstance } from 'fastify';
import { noEpisode } from '../../episode/no-episode.ts';
import type { Context } from '../context.ts';
import { episodeEntries, episodeEntry } from '../episode-entry.ts';

/** What there is: every episode, and how it stands. */
export function apiStatus(app: FastifyInstance, context: Context) {
  app.get(
    '/api/episodes',
    {
      schema: {
        summary: 'Every episode: how it stands, what is being made of it, and what failed',
      },
    },
    () => ({
      show: { problems: context.showProblems() },
      episodes: episodeEntries(context),
      publishing: context.publisher.active().map(({ id, slug, state, step, share }) => ({
        job: id,
        ...{ slug, state, step, share },
      })),
    }),
  );

  app.get<{ Params: { slug: string } }>(
    '/api/episodes/:slug',
    { schema: { summary: 'One episode, and what publishing had to say about it' } },
    (request) => {
      const { slug } = request.params;
      const entry = episodeEntry(slug, context);
      if (entry !== null) {
        return { ...entry, report: context.catalogue.manifest(slug)?.report ?? null };
      }
      throw noEpisode(slug);
    },
  );
}
