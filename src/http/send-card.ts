import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlongsideError } from '../episode/error.ts';
import { href, paths } from '../render/site.ts';
import type { Cards } from './cards.ts';
import type { Context } from './context.ts';
import { findEpisode, redirect } from './find-episode.ts';
import { matches } from './rendered.ts';

/** The name of a card in its address. */
export const cardName = /^(?<slug>.+)-card-(?<hash>[0-9a-f]{12})\.png$/;

/**
 * Sends an episode's card. A former one is sent on to the one it has now, and where none can be drawn, to
 * the cover.
 *
 * @throws AlongsideError `episode_not_found`; `not_found` where there is neither card nor cover
 */
export async function sendCard(
  context: Context,
  cards: Cards,
  request: FastifyRequest,
  reply: FastifyReply,
  { slug, hash }: { slug: string; hash: string },
) {
  const episode = findEpisode(context, reply, slug, (to) => paths.card(to, hash));
  if (episode === null) return reply;
  const { cover: showCover } = context.catalogue.show();
  const to = (path: string) => redirect(reply, href(context.site(), path), 302);
  const card = await cards.of(episode);
  if (card !== null && !card.hash.startsWith(hash)) return to(paths.card(slug, card.hash));
  const png = card && (await cards.png(card));
  if (png !== null) return sendPng(request, reply, png);
  if (episode.cover) return to(paths.cover(slug, episode.cover.hash, episode.cover.type));
  if (showCover) return to(paths.showCover(showCover.hash, showCover.type));
  throw new AlongsideError('not_found', 'This machine draws no such pictures.', {
    remedy: 'The episode’s page has all there is.',
  });
}

function sendPng(request: FastifyRequest, reply: FastifyReply, png: Buffer) {
  const etag = `"${createHash('sha256').update(png).digest('hex').slice(0, 32)}"`;
  reply.headers({
    etag,
    // Its address changes with what is on it, so it may be kept for good.
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
  });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('image/png').send(png);
}
