import type { FastifyInstance } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import { href, paths } from '../../render/site.ts';
import { episodeFolder, publishedFolder } from '../../store/layout.ts';
import type { Context } from '../context.ts';
import { findEpisode, redirect } from '../find-episode.ts';
import { sendMedia } from '../send-media.ts';

/** A picture's address changes with its bytes, so it may be kept for good. */
const forever = 'public, max-age=31536000, immutable';

/** The sound and the pictures. Only files that a manifest or the show names are ever sent. */
export function media(app: FastifyInstance, context: Context) {
  app.get<{ Params: { slug: string; extension: string } }>(
    '/audio/:slug.:extension',
    (request, reply) => {
      const { slug, extension } = request.params;
      if (extension !== 'mp3' && extension !== 'm4a') return reply.callNotFound();
      const episode = findEpisode(context, reply, slug, (to) => paths.audio(to, extension));
      if (episode === null) return reply;
      const { audio } = episode;
      if (audio.extension !== extension) {
        // The recording was replaced by one of another kind; apps still ask for the old address.
        return redirect(
          reply,
          href(context.site(), paths.audio(episode.slug, audio.extension)),
          302,
        );
      }
      return sendMedia(request, reply, {
        root: publishedFolder(episodeFolder(context.layout, episode.slug)),
        file: audio.file,
        type: audio.extension === 'mp3' ? 'audio/mpeg' : 'audio/mp4',
        sha256: audio.sha256,
        cacheControl: 'public, no-cache',
        downloadName: `${episode.slug}.${audio.extension}`,
      });
    },
  );

  app.get<{ Params: { name: string } }>('/art/:name', (request, reply) => {
    const { catalogue, layout } = context;
    const path = `/art/${request.params.name}`;
    const { cover: showCover } = catalogue.show();
    if (showCover && path === paths.showCover(showCover.hash, showCover.type)) {
      const { file, type, hash } = showCover;
      return sendMedia(request, reply, {
        root: layout.root,
        file,
        type,
        sha256: hash,
        cacheControl: forever,
      });
    }
    for (const { slug, cover } of catalogue.episodes()) {
      if (cover === null) continue;
      const root = publishedFolder(episodeFolder(layout, slug));
      if (path === paths.cover(slug, cover.hash, cover.type)) {
        const { file, type, hash } = cover;
        return sendMedia(request, reply, { root, file, type, sha256: hash, cacheControl: forever });
      }
      if (path === paths.smallCover(slug, cover.hash)) {
        const sha256 = `${cover.hash.slice(0, 28)}5ma11`;
        return sendMedia(request, reply, {
          root,
          file: cover.small,
          type: 'image/jpeg',
          sha256,
          cacheControl: forever,
        });
      }
    }
    throw new AlongsideError('not_found', 'There is no such picture.', {
      remedy: 'The episode’s page has the picture it has now.',
    });
  });
}
