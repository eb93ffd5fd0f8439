import type { FastifyInstance } from 'fastify';
import { readDecided } from '../../store/decided.ts';
import { episodeFolder } from '../../store/layout.ts';
import { severalAtOnce } from '../../store/several-at-once.ts';
import type { Context } from '../context.ts';

/** What an import asks first: which episodes are here, and what those are that were imported. */
export function apiGuids(app: FastifyInstance, { catalogue, layout }: Context) {
  app.get(
    '/api/guids',
    { schema: { summary: 'Every episode’s GUID, recording, and what it was imported from' } },
    async () => {
      const guids = await severalAtOnce(catalogue.slugs(), async (slug) => {
        const manifest = catalogue.manifest(slug);
        const decided = await readDecided(episodeFolder(layout, slug)).catch(() => null);
        const imported = decided?.imported ?? null;
        const sha256 = manifest?.recording.sha256 ?? null;
        return { slug, guid: manifest?.episode.guid ?? null, sha256, imported };
      });
      return { guids };
    },
  );
}
