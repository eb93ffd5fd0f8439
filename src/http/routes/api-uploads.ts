import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { tellRemoved } from '../../publish/tell-removed.ts';
import { href } from '../../render/site.ts';
import { removedWithRecording } from '../../store/removed.ts';
import { findUploadOf } from '../../store/uploads.ts';
import { createBeingSent } from '../being-sent.ts';
import type { Context } from '../context.ts';
import { schemaOf } from '../schema.ts';
import { takeUploads } from '../tus.ts';

const root = '/api/uploads';
const question = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  title: z.string().nullable().default(null),
  slug: z.string().nullable().default(null),
  episode: z.string().nullable().default(null),
  replaceRecording: z.boolean().default(false),
  mustBeNew: z.boolean().default(false),
});

/** Files on their way here, by the tus protocol, and the question whether they need to be sent at all. */
export function apiUploads(app: FastifyInstance, context: Context) {
  const announce = createBeingSent(context.layout);
  takeUploads(app, context, {
    root,
    urlOf: (_request, { id }) => href(context.site(), `${root}/${id}`),
  });

  app.post<{ Body: z.infer<typeof question> }>(
    '/api/recordings',
    {
      schema: {
        summary: 'Before a recording is sent: where it would go, and how much of it is here',
        body: schemaOf(question),
      },
    },
    async (request) => {
      const asked = question.parse(request.body);
      const job = context.publisher.publishing(asked.sha256);
      if (job !== undefined) return { held: 'job', slug: job.slug, job: job.id };
      const place = await context.publisher.place({ ...asked, parts: ['recording'] });
      const { slug } = place;
      if (context.catalogue.slugOfRecording(asked.sha256) !== undefined)
        return { held: 'episode', slug };
      await announce(slug, asked.sha256);
      const upload = await findUploadOf(context.layout, asked.sha256);
      const note = place.removed && tellRemoved(place.removed);
      if (upload === null) return { held: 'nothing', slug, note };
      const { id, offset, size } = upload;
      const url = href(context.site(), `${root}/${id}`);
      return { held: 'upload', slug, url, offset, size, note };
    },
  );

  app.get<{ Params: { sha256: string } }>(
    '/api/recordings/:sha256',
    {
      schema: { summary: 'What is known of a recording: its episode, or the one that was removed' },
    },
    async ({ params: { sha256 } }) => {
      const slug = context.catalogue.slugOfRecording(sha256) ?? null;
      const removed = slug === null ? await removedWithRecording(context.layout, sha256) : null;
      return { slug, note: removed && tellRemoved(removed) };
    },
  );
}
