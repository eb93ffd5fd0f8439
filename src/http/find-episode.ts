import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Episode } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import { splitSlug } from '../episode/secret-slug.ts';
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
  if (episode !== undefined) {
    if (episode.unlisted || isSecret(episode)) reply.headers(quietly);
    return episode;
  }
  const moved = context.catalogue.movedTo(slug);
  if (moved !== undefined && context.catalogue.episode(moved) !== undefined) {
    redirect(reply, href(context.site(), pathFor(moved)), 301);
    return null;
  }
  if (context.catalogue.isRemoved(slug)) {
    throw new AlongsideError('episode_removed', 'This episode has been taken away.', {
      remedy: 'The front page has the others.',
    });
  }
  throw new AlongsideError('episode_not_found', 'There is no such episode.', {
    remedy: 'Go to the front page and look for it there.',
  });
}

/** Neither a search engine nor the next site learns of an address that was told to a few. */
const quietly = { 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };

function isSecret({ slug }: Episode): boolean {
  return splitSlug(slug).key !== null;
}

/**
 * Sends a reader who left out the slash at the end of an episode's address to where it is, with what was
 * asked behind it.
 *
 * @throws AlongsideError `episode_not_found`
 */
export function redirectToSlash(
  context: Context,
  request: FastifyRequest<{ Params: { slug: string } }>,
  reply: FastifyReply,
  pathFor: (slug: string) => string,
) {
  const pathAndQuery = withQuery(request, pathFor);
  const episode = findEpisode(context, reply, request.params.slug, pathAndQuery);
  if (episode === null) return reply;
  return redirect(reply, href(context.site(), pathAndQuery(episode.slug)), 301);
}

/** The same paths with what was asked behind them, such as the moment to begin at. */
export function withQuery(
  { url }: { url: string },
  pathFor: (slug: string) => string,
): (slug: string) => string {
  const at = url.indexOf('?');
  const query = at === -1 ? '' : url.slice(at);
  return (slug) => pathFor(slug) + query;
}

/**
 * Sends a reader on. Never kept for good, since an episode may move back; and players of other sites may
 * follow it too.
 */
export function redirect(reply: FastifyReply, to: string, status: 301 | 302) {
  return reply
    .headers({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
    .redirect(encoded(to), status);
}

/** What a browser has encoded already stays as it is. */
function encoded(address: string): string {
  return encodeURI(address).replaceAll('%25', '%');
}
