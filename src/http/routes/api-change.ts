import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { changesNothing } from '../../publish/changes-nothing.ts';
import { absolute, paths } from '../../render/site.ts';
import { detailFields } from '../../store/details.ts';
import {
  createOrdering,
  type OfEpisode,
  optionsField,
  parseOptions,
  uploadId,
} from '../accepted.ts';
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

/** What can be done to an episode there is. Each is one order: readers see all of it or nothing. */
export function apiChange(app: FastifyInstance, context: Context) {
  const { catalogue } = context;
  const order = createOrdering(context);

  app.put<OfEpisode & { Body: unknown }>(
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
      return order(request, reply, { episode, recording: { upload }, normalize, options: {} });
    },
  );

  app.put<OfEpisode & { Body: unknown }>(
    '/api/episodes/:slug/transcript',
    {
      schema: {
        summary: 'Correct the transcript; unchanged words keep their times, the one before is kept',
        body: schemaOf(transcriptBody),
      },
    },
    async (request, reply) => {
      const { upload } = transcriptBody.parse(request.body);
      const { slug } = request.params;
      if (await changesNothing(upload, slug, context)) {
        const words = catalogue.manifest(slug)?.episode.transcript?.words;
        const url = absolute(context.site(), paths.episode(catalogue.addressOf(slug)));
        return { slug, url, correction: { changed: 0, words, times: 'kept' } };
      }
      return order(request, reply, { episode: slug, transcript: upload, options: {} });
    },
  );

  app.patch<OfEpisode & { Body: unknown }>(
    '/api/episodes/:slug',
    {
      schema: {
        summary: 'Change what is said of it: title, date, people, notes, cover, its address',
        body: schemaOf(detailsBody),
      },
    },
    async (request, reply) => {
      const { options, ...rest } = detailsBody.parse(request.body);
      const said = { ...rest, options: parseOptions(options) };
      return order(request, reply, { ...said, episode: request.params.slug });
    },
  );
}
