import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AlongsideError } from '../episode/error.ts';
import type { Invite, Sendable } from '../episode/invite.ts';
import type { Context } from './context.ts';

const guests = new WeakMap<FastifyRequest, Invite>();

/** Lets only those into the routes of `app` whose address carries a link that holds. */
export function letGuestsIn(app: FastifyInstance, { invites }: Pick<Context, 'invites'>) {
  app.addHook<{ Params: { token: string } }>('onRequest', async (request) => {
    const invite = invites.open(request.params.token);
    guests.set(request, invite);
    request.who = `guest ${invite.name ?? invite.id}`;
  });
}

/** The invite that let a request in; null where it was no guest's. */
export function guestOf(request: FastifyRequest): Invite | null {
  return guests.get(request) ?? null;
}

/** The invite that let a request in. */
export function inviteOf(request: FastifyRequest): Invite {
  const invite = guestOf(request);
  if (invite === null) throw forbidden('This needs an invitation.');
  return invite;
}

/** @throws AlongsideError `forbidden` */
export function checkAllowed({ allow }: Invite, part: Sendable) {
  if (allow.includes(part)) return;
  throw forbidden(`This link is not for sending a ${part}.`);
}

export function forbidden(message: string): AlongsideError {
  return new AlongsideError('forbidden', message, {
    remedy: 'Ask whoever sent you the link for another one.',
  });
}
