import type { FastifyInstance } from 'fastify';
import { auditChanges } from './audit.ts';
import { authorize } from './authorize.ts';
import { createCards } from './cards.ts';
import type { Context } from './context.ts';
import { createRendered } from './rendered.ts';
import { apiChange } from './routes/api-change.ts';
import { apiCheck } from './routes/api-check.ts';
import { apiEpisodes } from './routes/api-episodes.ts';
import { apiEvents } from './routes/api-events.ts';
import { apiGuids } from './routes/api-guids.ts';
import { apiHistory } from './routes/api-history.ts';
import { apiInvites } from './routes/api-invites.ts';
import { apiJobs } from './routes/api-jobs.ts';
import { apiRemoval } from './routes/api-removal.ts';
import { apiShow } from './routes/api-show.ts';
import { apiStatus } from './routes/api-status.ts';
import { apiTokens } from './routes/api-tokens.ts';
import { apiUploads } from './routes/api-uploads.ts';
import { archive } from './routes/archive.ts';
import { assets } from './routes/assets.ts';
import { feed } from './routes/feed.ts';
import { guest } from './routes/guest.ts';
import { media } from './routes/media.ts';
import { oembed } from './routes/oembed.ts';
import { pages } from './routes/pages.ts';
import { search } from './routes/search.ts';
import { siteFiles } from './routes/site-files.ts';
import { transcripts } from './routes/transcripts.ts';
import { rememberWho } from './who.ts';

/** Every route there is; what stands in the last block needs the token. */
export async function routes(app: FastifyInstance, context: Context) {
  rememberWho(app);
  const send = createRendered(() => context.catalogue.generation());
  const cards = createCards(context);
  await assets(app, context); //   /assets/*  /favicon.ico
  pages(app, context, send, cards); // /  /episodes/:slug/  /embed/:slug/
  archive(app, context, send); //  /archive/  /years/:year/  /seasons/:season/  /tags/:tag/  /people/:person/
  feed(app, context, send); //     /feed.xml  /feed.json  /tags/:tag/feed.xml  /people/:person/feed.xml
  transcripts(app, context, send); // /episodes/:slug/index.md  …/transcript.*  …/chapters.json
  media(app, context, cards); //   /audio/:slug.*  /art/*
  oembed(app, context, cards); //  /oembed
  search(app, context); //         /search  /search/suggest  /opensearch.xml
  siteFiles(app, context, send); // /sitemap.xml  /sitemap-*.xml  /robots.txt  /llms.txt  /manifest.webmanifest
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/api/docs/json', { schema: { hide: true } }, () => app.swagger());

  // What a guest's link opens, and nothing else opens by it.
  await app.register(async (guests) => guest(guests, context)); // /guest/:token/*

  await app.register(async (api) => {
    api.addHook('onRequest', authorize(context));
    auditChanges(api, context);
    apiUploads(api, context); //   /api/uploads  /api/recordings/:sha256
    apiEpisodes(api, context); //  /api/episodes
    apiChange(api, context); //    /api/episodes/:slug  …/recording  …/transcript
    apiRemoval(api, context); //   /api/episodes/:slug  …/unpublish  …/restore  /api/removed
    apiHistory(api, context); //   /api/episodes/:slug/history
    apiStatus(api, context); //    /api/episodes  /api/episodes/:slug
    apiGuids(api, context); //     /api/guids
    apiShow(api, context); //      /api/show
    apiCheck(api, context); //     /api/check
    apiJobs(api, context); //      /api/jobs/:id  …/events  …/cancel  /api/episodes/:slug/retry
    apiEvents(api, context); //    /api/events
    apiTokens(api, context); //    /api/tokens  /api/tokens/:name
    apiInvites(api, context); //   /api/invites  /api/invites/:id
  });
}
