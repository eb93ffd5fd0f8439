import { FileStore } from '@tus/file-store';
import { Server, type ServerOptions } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AlongsideError } from '../episode/error.ts';
import { freeBytes } from '../store/free-space.ts';
import type { Context } from './context.ts';
import { problemOf } from './error-responses.ts';

type OnUploadCreate = NonNullable<ServerOptions['onUploadCreate']>;

export interface Uploading {
  /** The route under which uploads are made; each is one segment below it. */
  root: string;
  /** The address of an upload, from its id. */
  urlOf: NonNullable<ServerOptions['generateUrl']>;
  /** What is to be looked at before an upload begins; what it throws is answered. */
  onCreate?: OnUploadCreate;
  /** The error as whoever sends is to see it. */
  tell?: (error: AlongsideError) => AlongsideError;
}

/** Takes files by the tus protocol. All uploads lie in one folder, whoever sends them. */
export function takeUploads(
  app: FastifyInstance,
  { layout }: Pick<Context, 'layout'>,
  { root, urlOf, onCreate = async () => ({}), tell = (error) => error }: Uploading,
) {
  const tus = new Server({
    path: root,
    datastore: new FileStore({ directory: layout.uploads }),
    generateUrl: urlOf,
    onUploadCreate: async (request, upload) => {
      try {
        const changes = await onCreate(request, upload);
        await refuseTooLarge(upload.size ?? 0, layout.root);
        return changes;
      } catch (error) {
        if (!(error instanceof AlongsideError)) throw error;
        const problem = problemOf(tell(error));
        throw { status_code: problem.status, body: JSON.stringify(problem) };
      }
    },
  });
  // The bytes go straight to tus.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) =>
    done(null),
  );
  for (const url of [root, `${root}/:id`]) {
    app.route({
      method: ['POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      url,
      schema: { hide: true },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
  }
}

/** Said before two gigabytes are sent, not after. */
async function refuseTooLarge(size: number, root: string) {
  if (size < (await freeBytes(root))) return;
  throw new AlongsideError('disk_full', 'The server’s disk has no room for this file.', {
    remedy: 'Make room on the disk that holds the episodes, then run the same command again.',
  });
}
