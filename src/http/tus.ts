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
  /** Lets what must not happen at the same time happen one after the other. */
  inTurn?: (request: FastifyRequest, work: () => Promise<void>) => Promise<void>;
}

interface Asked {
  Params: { id?: string };
}

/** Takes files by the tus protocol. All uploads lie in one folder, whoever sends them. */
export function takeUploads(
  app: FastifyInstance,
  { layout }: Pick<Context, 'layout'>,
  {
    root,
    urlOf,
    onCreate = async () => ({}),
    tell = (error) => error,
    inTurn = (_, work) => work(),
  }: Uploading,
) {
  const tus = new Server({
    path: root,
    datastore: new FileStore({ directory: layout.uploads }),
    generateUrl: urlOf,
    // By the path alone: tus itself would take an id from what is asked behind it.
    getFileIdFromRequest: ({ url }) => idIn(url),
    onUploadCreate: async (request, upload) => {
      try {
        const changes = await onCreate(request, upload);
        await refuseWithoutRoom(upload.size ?? 0, layout);
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
      handler: async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
        const { id } = request.params;
        // What is asked of whoever sends was asked of this id, so tus must not find another.
        if (id !== undefined && idIn(`/${id}`) !== id) throw noUpload();
        reply.hijack();
        await inTurn(request, () => tus.handle(request.raw, reply.raw));
      },
    });
  }
}

/** Ids are 16 random bytes; anything else is none. */
function idIn(url: string): string | undefined {
  return /\/([0-9a-f]{32})$/.exec(url.replace(/[?#].*$/s, ''))?.[1];
}

/**
 * Said before two gigabytes are sent, not after.
 *
 * @throws AlongsideError `disk_full`
 */
export async function refuseWithoutRoom(size: number, { root }: Pick<Context['layout'], 'root'>) {
  if (size < (await freeBytes(root))) return;
  throw new AlongsideError('disk_full', 'The server’s disk has no room for this file.', {
    remedy: 'Make room on the disk that holds the episodes, then run the same command again.',
  });
}

function noUpload(): AlongsideError {
  return new AlongsideError('upload_not_found', 'There is no such upload.', {
    remedy: 'Run the same command again; it sends the file anew.',
  });
}
