import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { oembedFor } from '../../render/oembed.ts';
import type { Context } from '../context.ts';
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
      if (format !== 'json') return reply.code(501).send();
      const slug = /\/episodes\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(url)?.[1] ?? '';
      const episode = context.catalogue.episode(context.catalogue.movedTo(slug) ?? slug);
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
          show: context.catalogue.show(),
          episode,
          ...(maxwidth === undefined ? {} : { maxwidth }),
          ...(maxheight === undefined ? {} : { maxheight }),
        }),
      );
    },
  );
}
