import type { ServerOptions } from '@tus/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import PQueue from 'p-queue';
import { AlongsideError } from '../episode/error.ts';
import { type Invite, type Sendable, sendable } from '../episode/invite.ts';
import { href, paths } from '../render/site.ts';
import { refuseTooLarge, smallFiles } from '../store/read-bytes.ts';
import { findUpload, guestsUploads } from '../store/uploads.ts';
import { checkAllowed, forbidden, inviteOf } from './authorize-guest.ts';
import type { Context } from './context.ts';
import { forGuest } from './for-guest.ts';
import { refuseWithoutRoom, takeUploads } from './tus.ts';

type Creating = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1];

/** A link that falls into wrong hands must not fill the disk with beginnings. */
const mostAtOnce = 10;

const root = '/guest/:token/uploads';

/** Files on their way here from guests. What a guest has begun goes on only by the same link. */
export function guestUploads(app: FastifyInstance, context: Context) {
  app.addHook<{ Params: { id?: string } }>('preHandler', async (request) => {
    const { id } = request.params;
    if (id !== undefined && request.routeOptions.url?.startsWith(root))
      await checkOwn(id, inviteOf(request), context);
  });
  takeUploads(app, context, {
    root,
    urlOf: ({ url }, { id }) => href(context.site(), `${paths.guest(tokenIn(url))}uploads/${id}`),
    onCreate: async ({ url }, upload) => {
      const invite = context.invites.open(tokenIn(url));
      const part = partOf(upload);
      checkAllowed(invite, part);
      if (upload.size === undefined) throw unknown('how large the file is');
      const begun = await guestsUploads(context.layout);
      if (begun.filter((one) => one.invite === invite.id).length >= mostAtOnce) throw tooMany();
      const coming = begun.reduce((sum, { size, offset }) => sum + size - offset, 0);
      await refuseWithoutRoom(coming + upload.size, context.layout);
      if (part === 'transcript')
        refuseTooLarge(upload.size, { ...smallFiles.transcript, name: nameOf(upload) });
      // Nothing else is kept of what a guest says of a file; whose it is we say ourselves.
      const said = { filename: nameOf(upload), part, ...checksumOf(upload) };
      return { metadata: { ...said, invite: invite.id } };
    },
    inTurn: createTurns(),
    tell: forGuest,
  });
}

/** @throws AlongsideError `forbidden` where an upload is there and is not this guest's */
export async function checkOwn(id: string, { id: invite }: Invite, { layout }: Context) {
  const upload = await findUpload(layout, id);
  if (upload === null || upload.invite === invite) return;
  throw forbidden('This upload was begun by somebody else.');
}

function partOf({ metadata }: Creating): Sendable {
  const part = sendable.find((one) => one === metadata?.part);
  if (part === undefined) throw unknown('what the file is');
  return part;
}

function nameOf({ metadata }: Creating): string {
  return metadata?.filename ?? 'file';
}

/** By which what arrives is held against what was sent; a page that cannot compute it says none. */
function checksumOf({ metadata }: Creating): { sha256?: string } {
  const sha256 = metadata?.sha256;
  return sha256 && /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : {};
}

/** Uploads of one guest begin one after another, or many at once would each find that there are few. */
function createTurns() {
  const turns = new Map<string, PQueue>();
  return async (request: FastifyRequest, work: () => Promise<void>) => {
    if (request.method !== 'POST') return work();
    const { id } = inviteOf(request);
    const turn = turns.get(id) ?? new PQueue({ concurrency: 1 });
    turns.set(id, turn);
    await turn.add(work);
  };
}

function unknown(what: string): AlongsideError {
  return new AlongsideError('request_invalid', `The upload does not say ${what}.`, {
    remedy: 'Send it from the page that the link opens.',
  });
}

function tooMany(): AlongsideError {
  return new AlongsideError('too_many_attempts', 'Too many files have been begun by this link.', {
    remedy: 'Those that nobody goes on with are deleted after a day.',
  });
}

function tokenIn(url: string): string {
  return /\/guest\/([^/?]+)\/uploads/.exec(url)?.[1] ?? '';
}
