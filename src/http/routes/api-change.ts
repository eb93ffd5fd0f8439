import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { detailFields } from '../../store/details.ts';
import { accepted, optionsField, parseOptions, uploadId } from '../accepted.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';

const recordingBody = z.object({ upload: uploadId, normalize: z.boolean().optional() });
const transcriptBody = z.object({ upload: uploadId });
const detailsBody = z.object({
  options: optionsField,
  /** Options given before that are to hold no longer. */
  forget: z.array(z.enum(detailFields)).default([]),
  /** Another slug; the old addresses redirect. */
  slug: z.string().optional(),
  normalize: z.boolean().optional(),
  details: uploadId.optional(),
  cover: uploadId.optional(),
  chapters: uploadId.optional(),
});

interface Of {
  Params: { slug: string };
}

/** What can be done to an episode there is. Each is one order: readers see all of it or nothing. */
export function apiChange(app: FastifyInstance, context: Context) {
  const { publisher } = context;

  app.put<Of & { Body: unknown }>(
    '/api/episodes/:slug/recording',
    {
      schema: {
        summary: 'Replace the recording; its GUID stays, its words are looked for anew',
        body: schemaOf(recordingBody),
      },
    },
    async (request, reply) => {
      const { upload, normalize } = recordingBody.parse(request.body);
      const episode = request.params.slug;
      const order = { episode, recording: { upload }, normalize, options: {} };
      return accepted(await publisher.receive(order), context, reply);
    },
  );

  app.put<Of & { Body: unknown }>(
    '/api/episodes/:slug/transcript',
    {
      schema: {
        summary: 'Correct the transcript; unchanged words keep their times, the one before is kept',
        body: schemaOf(transcriptBody),
      },
    },
    async (request, reply) => {
      const { upload } = transcriptBody.parse(request.body);
      const order = { episode: request.params.slug, transcript: upload, options: {} };
      return accepted(await publisher.receive(order), context, reply);
    },
  );

  app.patch<Of & { Body: unknown }>(
    '/api/episodes/:slug',
    {
      schema: {
        summary: 'Change what is said of it: title, date, people, notes, cover, its address',
        body: schemaOf(detailsBody),
      },
    },
    async (request, reply) => {
      const { options, ...rest } = detailsBody.parse(request.body);
      const order = { ...rest, episode: request.params.slug, options: parseOptions(options) };
      return accepted(await publisher.receive(order), context, reply);
    },
  );
}
