import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { createAsk } from '../../check/ask.ts';
import { checkFeed, type Report } from '../../check/check-feed.ts';
import type { Listen } from '../../check/sound.ts';
import { noEpisode } from '../../episode/no-episode.ts';
import { absolute, paths } from '../../render/site.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const query = z.object({
  episodes: z.coerce.number().int().min(0).max(1000).default(3),
  slug: z.string().optional(),
});

const tenMinutes = 10 * 60 * 1000;

/** Tests the show's own feed as `npm run check` does, over HTTP but without leaving the machine. */
export function apiCheck(app: FastifyInstance, context: Context) {
  app.get<{ Querystring: z.infer<typeof query> }>(
    '/api/check',
    {
      schema: {
        summary: 'The feed and its files, held to the rules of podcast directories',
        description:
          '`episodes`: how many of the newest have their files fetched. `slug`: only that one, and only what concerns it.',
        querystring: schemaOf(query),
      },
    },
    async (request, reply): Promise<Report> => {
      const { episodes, slug } = query.parse(request.query);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(tenMinutes)]);
      const guid = slug === undefined ? null : guidOf(slug, context);
      const report = await checkFeed(absolute(context.site(), paths.feed()), {
        ask: createAsk({ signal, reachedAt: reachedAt(app, context) }),
        episodes: guid === null ? episodes : { guid },
        listen: remember(context),
        signal,
      });
      if (guid === null) return report;
      return { ...report, findings: report.findings.filter((one) => one.episode?.guid === guid) };
    },
  );
}

/** From inside, the way through a proxy may not be open; what we serve ourselves is asked for here. */
function reachedAt(app: FastifyInstance, context: Context): (url: string) => string {
  if (!app.server.listening) return (url) => url;
  const here = app.listeningOrigin.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=:)/, '//127.0.0.1');
  const { url: site } = context.site();
  return (url) => (url.startsWith(`${site}/`) ? `${here}${url.slice(site.length)}` : url);
}

/** What was measured when an episode was published need not be measured again. */
function remember({ catalogue, site }: Context): Listen {
  return async (url) => {
    const of = catalogue
      .episodes()
      .find(({ slug, audio }) => absolute(site(), paths.audio(slug, audio.extension)) === url);
    if (of === undefined) return null;
    const { duration, bitrate, channels, loudness } = of.audio;
    return { duration, bitrate, channels, ...loudness };
  };
}

function guidOf(slug: string, { catalogue }: Context): string {
  const guid = catalogue.manifest(slug)?.episode.guid;
  if (guid !== undefined) return guid;
  throw noEpisode(slug);
}
