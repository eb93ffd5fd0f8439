import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import type { Job } from '../publish/queue.ts';
import type { Request } from '../publish/receive.ts';
import { absolute, paths } from '../render/site.ts';
import { type Details, detailsSchema } from '../store/details.ts';
import type { Context } from './context.ts';

/** How bodies name an upload that has arrived. */
export const uploadId = z.string().regex(/^[0-9a-f]{32}$/);

/** Fields as `episode.md` has them; checked by the same rules, so that messages are the same. */
export const optionsField = z.record(z.string(), z.unknown()).default({});

/** A route about one episode. */
export interface OfEpisode {
  Params: { slug: string };
}

/** Gives orders in the name of whoever asks, each answered once it is accepted. */
export function createOrdering(context: Context) {
  return async (request: FastifyRequest, reply: FastifyReply, order: Omit<Request, 'by'>) =>
    accepted(await context.publisher.receive({ ...order, by: request.who }), context, reply);
}

/** Says that an order was accepted, and where to see how it goes. */
export function accepted(job: Job, { site, catalogue }: Context, reply: FastifyReply) {
  return reply.code(202).send({
    job: job.id,
    slug: job.slug,
    url: absolute(site(), paths.episode(catalogue.addressOf(job.slug))),
    events: absolute(site(), `/api/jobs/${job.id}/events`),
  });
}

/** @throws AlongsideError `request_invalid`, naming the field */
export function parseOptions(options: unknown): Details {
  const parsed = detailsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AlongsideError(
    'request_invalid',
    `${issue?.path.join('.') || 'The options'} ${issue?.message ?? 'cannot be read'}.`,
    { remedy: 'Correct that option and run the command again.' },
    parsed.error,
  );
}
