import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { createOrdering, optionsField, parseOptions, uploadId } from '../accepted.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const body = z.object({
  recording: z.union([
    z.object({ upload: uploadId }),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ]),
  transcript: uploadId.optional(),
  cover: uploadId.optional(),
  chapters: uploadId.optional(),
  details: uploadId.optional(),
  slug: z.string().optional(),
  normalize: z.boolean().optional(),
  replaceRecording: z.boolean().optional(),
  guid: z.string().trim().min(1).max(2000).optional(),
  imported: z.object({ mark: z.string().max(200), recording: z.string().max(10_000) }).optional(),
  options: optionsField,
});

/** Publishing: what was uploaded becomes an episode, or changes one. */
export function apiEpisodes(app: FastifyInstance, context: Context) {
  const order = createOrdering(context);

  app.post<{ Body: z.infer<typeof body> }>(
    '/api/episodes',
    {
      schema: {
        summary: 'Publish an episode from uploads, or change the one made of the same recording',
        body: schemaOf(body),
      },
    },
    async (request, reply) => {
      const { options, ...rest } = body.parse(request.body);
      return order(request, reply, { ...rest, options: parseOptions(options) });
    },
  );
}
