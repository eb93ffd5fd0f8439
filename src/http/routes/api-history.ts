import type { FastifyInstance } from 'fastify';
import { noEpisode } from '../../episode/no-episode.ts';
import { readDecided } from '../../store/decided.ts';
import { formerNames, formerTranscript } from '../../store/history.ts';
import { episodeFolder, historyFolder } from '../../store/layout.ts';
import { attachment } from '../attachment.ts';
import type { Context } from '../context.ts';

/** The transcripts an episode had before. */
export function apiHistory(app: FastifyInstance, { catalogue, layout }: Context) {
  app.get<{ Params: { slug: string } }>(
    '/api/episodes/:slug/history',
    { schema: { summary: 'Its earlier transcripts, the oldest first' } },
    async ({ params: { slug } }) => {
      if (catalogue.manifest(slug) === undefined) throw noEpisode(slug);
      const noted = (await readDecided(episodeFolder(layout, slug)))?.versions ?? [];
      const versions = (await formerNames(layout, slug)).map((version) => {
        const { file: _, ...said } = noted.findLast(({ file }) => file === version) ?? {
          ...{ file: version, until: null, corrected: false },
        };
        return { version, ...said };
      });
      return { slug, versions };
    },
  );

  app.get<{ Params: { slug: string; version: string } }>(
    '/api/episodes/:slug/history/:version',
    { schema: { summary: 'One of them, as it was given' } },
    async ({ params: { slug, version } }, reply) => {
      if (catalogue.manifest(slug) === undefined) throw noEpisode(slug);
      await formerTranscript(layout, slug, version);
      const folder = historyFolder(episodeFolder(layout, slug));
      return reply
        .header('content-disposition', attachment(version))
        .type('application/octet-stream')
        .sendFile(version, folder, { contentType: false, cacheControl: false });
    },
  );
}
