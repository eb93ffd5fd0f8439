import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import { href } from '../../render/site.ts';
import { freeBytes } from '../../store/free-space.ts';
import { findUploadOf } from '../../store/uploads.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../error-responses.ts';
import { schemaOf } from '../schema.ts';

const root = '/api/uploads';
const question = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  title: z.string().nullable().default(null),
  slug: z.string().nullable().default(null),
  replaceRecording: z.boolean().default(false),
});

/** Files on their way here, by the tus protocol, and the question whether they need to be sent at all. */
export function apiUploads(app: FastifyInstance, context: Context) {
  const tus = new Server({
    path: root,
    datastore: new FileStore({ directory: context.layout.uploads }),
    generateUrl: (_request, { id }) => href(context.site(), `${root}/${id}`),
    onUploadCreate: async (_request, upload) => {
      // Said before two gigabytes are sent, not after.
      if ((upload.size ?? 0) < (await freeBytes(context.layout.root))) return {};
      const problem = problemOf(
        new AlongsideError('disk_full', 'The server’s disk has no room for this file.', {
          remedy: 'Make room on the disk that holds the episodes, then run the same command again.',
        }),
      );
      throw { status_code: problem.status, body: JSON.stringify(problem) };
    },
  });
  // The bytes go straight to tus.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) =>
    done(null),
  );
  const tusRoute = {
    schema: { hide: true },
    handler: async (request: { raw: Parameters<typeof tus.handle>[0] }, reply: TusReply) => {
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  };
  for (const url of [root, `${root}/*`]) {
    app.route({ method: ['POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], url, ...tusRoute });
  }

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
      const { slug } = await context.publisher.place(asked);
      if (context.catalogue.slugOfRecording(asked.sha256) !== undefined)
        return { held: 'episode', slug };
      const upload = await findUploadOf(context.layout, asked.sha256);
      if (upload === null) return { held: 'nothing', slug };
      const { id, offset, size } = upload;
      return { held: 'upload', slug, url: href(context.site(), `${root}/${id}`), offset, size };
    },
  );
}

interface TusReply {
  hijack(): void;
  raw: Parameters<Server['handle']>[1];
}
