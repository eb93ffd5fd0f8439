import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { href } from '../../render/site.ts';
import { findUploadOf } from '../../store/uploads.ts';
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
      const { slug } = await context.publisher.place({ ...asked, parts: ['recording'] });
      if (context.catalogue.slugOfRecording(asked.sha256) !== undefined)
        return { held: 'episode', slug };
      const upload = await findUploadOf(context.layout, asked.sha256);
      if (upload === null) return { held: 'nothing', slug };
      const { id, offset, size } = upload;
      return { held: 'upload', slug, url: href(context.site(), `${root}/${id}`), offset, size };
    },
  );
}
