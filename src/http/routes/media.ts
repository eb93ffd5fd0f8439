import type { FastifyInstance } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import { href, paths } from '../../render/site.ts';
import { episodeFolder, publishedFolder } from '../../store/layout.ts';
import type { Cards } from '../cards.ts';
import type { Context } from '../context.ts';
import { findEpisode, redirect } from '../find-episode.ts';
import { createGallery } from '../gallery.ts';
import { refuseLost } from '../refuse-lost.ts';
import { cardName, sendCard } from '../send-card.ts';
import { sendMedia } from '../send-media.ts';

/**
 * The sound and the pictures. Only files that a manifest, the show or its people name are ever sent, and what is drawn from them. */
export function media(app: FastifyInstance, context: Context, cards: Cards) {
  app.get<{ Params: { slug: string; extension: string } }>(
    '/audio/:slug.:extension',
    async (request, reply) => {
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
      const root = publishedFolder(episodeFolder(context.layout, episode.slug));
      await refuseLost(root, audio.file);
      return sendMedia(request, reply, {
        root,
        file: audio.file,
        type: audio.extension === 'mp3' ? 'audio/mpeg' : 'audio/mp4',
        sha256: audio.sha256,
        cacheControl: 'public, no-cache',
        downloadName: `${episode.slug}.${audio.extension}`,
      });
    },
  );

  const gallery = createGallery(context);
  app.get<{ Params: { name: string } }>('/art/:name', async (request, reply) => {
    const picture = gallery(`/art/${request.params.name}`);
    if (picture !== undefined) {
      if (picture.root !== context.layout.root) await refuseLost(picture.root, picture.file);
      return sendMedia(request, reply, picture);
    }
    const { slug, hash } = cardName.exec(request.params.name)?.groups ?? {};
    if (slug && hash) return sendCard(context, cards, request, reply, { slug, hash });
    throw new AlongsideError('not_found', 'There is no such picture.', {
      remedy: 'The episode’s page has the picture it has now.',
    });
  });
}
