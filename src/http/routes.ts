import type { FastifyInstance } from 'fastify';
import { authorize } from './authorize.ts';
import { createCards } from './cards.ts';
import type { Context } from './context.ts';
import { createRendered } from './rendered.ts';
import { apiCheck } from './routes/api-check.ts';
import { apiEpisodes } from './routes/api-episodes.ts';
import { apiGuids } from './routes/api-guids.ts';
import { apiJobs } from './routes/api-jobs.ts';
import { apiShow } from './routes/api-show.ts';
import { apiUploads } from './routes/api-uploads.ts';
import { assets } from './routes/assets.ts';
import { feed } from './routes/feed.ts';
import { media } from './routes/media.ts';
import { oembed } from './routes/oembed.ts';
import { pages } from './routes/pages.ts';
import { siteFiles } from './routes/site-files.ts';
import { transcripts } from './routes/transcripts.ts';

/** Every route there is; what stands in the last block needs the token. */
export async function routes(app: FastifyInstance, context: Context) {
  const send = createRendered(() => context.catalogue.generation());
  const cards = createCards(context);
  await assets(app, context); //   /assets/*  /favicon.ico
  pages(app, context, send, cards); // /  /episodes/:slug/  /embed/:slug/  /tags/:tag/  /people/:person/
  feed(app, context, send); //     /feed.xml  /feed.json  /tags/:tag/feed.xml  /people/:person/feed.xml
  transcripts(app, context, send); // /episodes/:slug/transcript.*  /episodes/:slug/chapters.json
  media(app, context, cards); //   /audio/:slug.*  /art/*
  oembed(app, context, cards); //  /oembed
  siteFiles(app, context, send); // /sitemap.xml  /sitemap-*.xml  /robots.txt  /manifest.webmanifest
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/api/docs/json', { schema: { hide: true } }, () => app.swagger());

  await app.register(async (api) => {
    api.addHook('onRequest', authorize(context.uploadToken));
    apiUploads(api, context); //   /api/uploads  /api/recordings/:sha256
    apiEpisodes(api, context); //  /api/episodes  /api/episodes/:slug
    apiGuids(api, context); //     /api/guids
    apiShow(api, context); //      /api/show
    apiCheck(api, context); //     /api/check
    apiJobs(api, context); //      /api/jobs/:id  /api/jobs/:id/events
  });
}
