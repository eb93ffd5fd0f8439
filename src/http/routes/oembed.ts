import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { episodePicture } from '../../render/episode-picture.ts';
import { oembedFor } from '../../render/oembed.ts';
import type { Cards } from '../cards.ts';
import type { Context } from '../context.ts';
import { readEmbedAddress } from '../embed-address.ts';
import { problemOf } from '../error-responses.ts';
import { schemaOf } from '../schema.ts';

const query = z.object({
  url: z.string(),
  format: z.string().default('json'),
  maxwidth: z.coerce.number().int().positive().optional(),
  maxheight: z.coerce.number().int().positive().optional(),
});

/** oEmbed 1.0: what a blog asks when someone pastes an episode's address. */
export function oembed(app: FastifyInstance, context: Context, cards: Cards) {
  app.get<{ Querystring: z.infer<typeof query> }>(
    '/oembed',
    { schema: { querystring: schemaOf(query) } },
    async (request, reply) => {
      const { url, format, maxwidth, maxheight } = request.query;
      if (format !== 'json') {
        const problem = problemOf(jsonOnly(), 501);
        return reply.code(501).type('application/problem+json').send(problem);
      }
      const { catalogue } = context;
      const site = context.site();
      const embedded = readEmbedAddress(url, homesOf(site.url, request.host));
      const slug = embedded && (catalogue.movedTo(embedded.slug) ?? embedded.slug);
      const episode = slug === null ? undefined : catalogue.episode(slug);
      if (embedded === null || episode === undefined) {
        throw new AlongsideError('episode_not_found', 'There is no episode at that address.', {
          remedy: 'Give the address of an episode’s page.',
        });
      }
      const show = catalogue.show();
      const picture = episodePicture(site, show, episode, await cards.of(episode));
      reply.header('access-control-allow-origin', '*');
      return oembedFor({ site, show, episode, embedded, picture, maxwidth, maxheight });
    },
  );
}

/** Where nobody has said how the world reaches the site, it is also where it was just asked. */
function homesOf(site: string, host: string): string[] {
  const asked = `http://${host}`;
  return URL.canParse(asked) && new URL(asked).host !== new URL(site).host ? [site, asked] : [site];
}

/** oEmbed 1.0, 2.3.4: a format that is not to be had is answered with 501. */
function jsonOnly(): AlongsideError {
  return new AlongsideError('request_invalid', 'There is no such format of this answer.', {
    remedy: 'Ask for format=json, or leave it out.',
  });
}
