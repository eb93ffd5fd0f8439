import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { canBeAddress } from '../../episode/slug.ts';
import { oembedFor } from '../../render/oembed.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../error-responses.ts';
import { schemaOf } from '../schema.ts';

const query = z.object({
  url: z.string(),
  format: z.string().default('json'),
  maxwidth: z.coerce.number().int().positive().optional(),
  maxheight: z.coerce.number().int().positive().optional(),
});

/** oEmbed 1.0: what a blog asks when someone pastes an episode's address. */
export function oembed(app: FastifyInstance, context: Context) {
  app.get<{ Querystring: z.infer<typeof query> }>(
    '/oembed',
    { schema: { querystring: schemaOf(query) } },
    (request, reply) => {
      const { url, format, maxwidth, maxheight } = request.query;
      if (format !== 'json') {
        const problem = problemOf(jsonOnly(), 501);
        return reply.code(501).type('application/problem+json').send(problem);
      }
      const slug = /\/episodes\/([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1] ?? '';
      const { catalogue } = context;
      const episode = canBeAddress(slug)
        ? catalogue.episode(catalogue.movedTo(slug) ?? slug)
        : undefined;
      if (episode === undefined) {
        throw new AlongsideError('episode_not_found', 'There is no episode at that address.', {
          remedy: 'Give the address of an episode’s page.',
        });
      }
      const site = context.site();
      reply.header('access-control-allow-origin', '*');
      return reply.send(
        oembedFor({
          site,
          show: catalogue.show(),
          episode,
          ...(maxwidth === undefined ? {} : { maxwidth }),
          ...(maxheight === undefined ? {} : { maxheight }),
        }),
      );
    },
  );
}

/** oEmbed 1.0, 2.3.4: a format that is not to be had is answered with 501. */
function jsonOnly(): AlongsideError {
  return new AlongsideError('request_invalid', 'There is no such format of this answer.', {
    remedy: 'Ask for format=json, or leave it out.',
  });
}
