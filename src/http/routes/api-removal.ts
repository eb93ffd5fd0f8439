import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { noEpisode } from '../../episode/no-episode.ts';
import { absolute, paths } from '../../render/site.ts';
import { keptFor, removedEpisodes } from '../../store/removed.ts';
import { createOrdering, type OfEpisode } from '../accepted.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const restoreBody = z.object({ version: z.string().optional() }).nullable();

/** Taking an episode from its readers, and giving it back. */
export function apiRemoval(app: FastifyInstance, context: Context) {
  const { publisher, catalogue, layout } = context;
  const order = createOrdering(context);

  app.post<OfEpisode>(
    '/api/episodes/:slug/unpublish',
    { schema: { summary: 'Make it a draft again: only its secret link shows it' } },
    (request, reply) =>
      order(request, reply, { episode: request.params.slug, options: { draft: true } }),
  );

  app.post<OfEpisode & { Body: unknown }>(
    '/api/episodes/:slug/restore',
    {
      schema: {
        summary: 'Make a draft public, bring back what was removed, or an earlier transcript',
        body: schemaOf(restoreBody),
      },
    },
    async (request, reply) => {
      const { slug: episode } = request.params;
      const version = restoreBody.parse(request.body ?? null)?.version;
      if (catalogue.manifest(episode) === undefined && version === undefined) {
        if (!(await publisher.bringBack(episode))) throw noEpisode(episode);
        const url = absolute(context.site(), paths.episode(catalogue.addressOf(episode)));
        return reply.code(200).send({ slug: episode, url });
      }
      if (version === undefined) await refuseNothing(episode);
      const change = version === undefined ? { options: { draft: false } } : { options: {} };
      return order(request, reply, { episode, version, ...change });
    },
  );

  /** Nothing was taken from the episode that is there: another one may be meant. */
  async function refuseNothing(slug: string) {
    if (catalogue.manifest(slug)?.episode.draft !== false) return;
    const removed = await removedEpisodes(layout);
    throw new AlongsideError('slug_taken', `“${slug}” is there, and was not taken away.`, {
      remedy: removed.some((one) => one.slug === slug)
        ? `Another one was removed from there. To bring it back, give this one another address first: npm run episode -- change ${slug} --slug OTHER.`
        : '`npm run episode -- removed` lists what can be brought back.',
    });
  }

  app.delete<OfEpisode>(
    '/api/episodes/:slug',
    { schema: { summary: 'Remove it; it can be restored for a month' } },
    async ({ params }) => {
      await publisher.remove(params.slug);
      return { slug: params.slug, until: new Date(Date.now() + keptFor).toISOString() };
    },
  );

  app.get(
    '/api/removed',
    { schema: { summary: 'What was removed and can be restored' } },
    async () => {
      const removed = await removedEpisodes(layout);
      return { removed: removed.map(({ slug, removed: at }) => ({ slug, removed: at })) };
    },
  );
}
