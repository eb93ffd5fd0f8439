import type { FastifyReply } from 'fastify';
import type { Episode } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import { href } from '../render/site.ts';
import type { Context } from './context.ts';

/**
 * The episode readers may see under a slug. Where it has moved, the reply is sent to its new address.
 *
 * @param pathFor the same address under another slug
 * @returns null when the reply was a redirect
 * @throws AlongsideError `episode_not_found`
 */
export function findEpisode(
  context: Context,
  reply: FastifyReply,
  slug: string,
  pathFor: (slug: string) => string,
): Episode | null {
  const episode = context.catalogue.episode(slug);
  if (episode !== undefined) return episode;
  const moved = context.catalogue.movedTo(slug);
  if (moved !== undefined && context.catalogue.episode(moved) !== undefined) {
    redirect(reply, href(context.site(), pathFor(moved)), 301);
    return null;
  }
  throw new AlongsideError('episode_not_found', 'There is no such episode.', {
    remedy: 'Go to the front page and look for it there.',
  });
}

/**
 * Sends a reader on. Never kept for good, since an episode may move back; and players of other sites may
 * follow it too.
 */
export function redirect(reply: FastifyReply, to: string, status: 301 | 302) {
  return reply
    .headers({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
    .redirect(encodeURI(to), status);
}
