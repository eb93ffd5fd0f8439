import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { AlongsideError } from '../../episode/error.ts';
import type { Invite, Sendable } from '../../episode/invite.ts';
import { steps } from '../../publish/progress.ts';
import type { Job } from '../../publish/queue.ts';
import { renderGuestPage } from '../../render/guest-page.tsx';
import { folderExists } from '../../store/given-files.ts';
import { episodeFolder } from '../../store/layout.ts';
import { uploadId } from '../accepted.ts';
import { auditChanges } from '../audit.ts';
import { checkAllowed, forbidden, inviteOf, letGuestsIn } from '../authorize-guest.ts';
import type { Context } from '../context.ts';
import { answerError, problemOf } from '../error-responses.ts';
import { createEventStreams } from '../event-stream.ts';
import { forGuest } from '../for-guest.ts';
import { checkOwn, guestUploads } from '../guest-uploads.ts';
import { streamJob } from '../stream-job.ts';

/** The slug may be said again; it must then be the one that the link is for. */
const body = z.strictObject({ upload: uploadId, slug: z.string().optional() });

interface Sent {
  Params: { token: string };
  Body: unknown;
}

/** All that a guest's link opens. */
export function guest(app: FastifyInstance, context: Context) {
  const { publisher, invites, catalogue, site } = context;
  letGuestsIn(app, context);
  auditChanges(app, context);
  app.setErrorHandler((error: FastifyError | AlongsideError, request, reply) =>
    answerError(forGuest(error), request, reply, context),
  );
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
  });
  guestUploads(app, context);
  const openStream = createEventStreams(app, context);

  app.get('/guest/:token/', { schema: { hide: true } }, async (request, reply) => {
    const invite = inviteOf(request);
    const slug = slugNow(invite, context);
    const { title = null, draft = true } = catalogue.prepared(slug) ?? {};
    const isNew = !(await exists(slug, context));
    return reply.type('text/html; charset=utf-8').send(
      renderGuestPage({
        ...{ site: site(), show: catalogue.show(), invite, title },
        ...{ isNew, isDraft: isNew || draft },
      }),
    );
  });
  // Whoever copies the address by hand forgets the slash.
  app.get<{ Params: { token: string } }>(
    '/guest/:token',
    { schema: { hide: true } },
    (request, reply) => reply.redirect(`${request.params.token}/`, 308),
  );

  app.post<Sent>('/guest/:token/recording', { schema: { hide: true } }, async (request, reply) => {
    const { invite, upload, slug } = await sent(request, 'recording');
    if (await exists(slug, context)) {
      const order = { episode: slug, recording: { upload }, options: {} };
      return accepted(await publisher.receive({ ...order, by: request.who }), invite, reply);
    }
    // What a guest sends is public only when the publisher says so; and a known recording would move its
    // episode here, which is the publisher's to ask for.
    const order = { slug, recording: { upload }, mustBeNew: true, options: { draft: true } };
    return accepted(await publisher.receive({ ...order, by: request.who }), invite, reply);
  });

  app.post<Sent>('/guest/:token/transcript', { schema: { hide: true } }, async (request, reply) => {
    const { invite, upload, slug } = await sent(request, 'transcript');
    if (!(await exists(slug, context))) throw noRecording();
    const order = { episode: slug, transcript: upload, options: {} };
    return accepted(await publisher.receive({ ...order, by: request.who }), invite, reply);
  });

  app.get<{ Params: { token: string; id: string } }>(
    '/guest/:token/jobs/:id/events',
    { schema: { hide: true } },
    (request, reply) => {
      const { id } = request.params;
      if (!invites.isJobOf(inviteOf(request).id, id))
        throw forbidden('This was not sent by this link.');
      const job = publisher.job(id);
      if (job === undefined) throw jobOver();
      streamJob(job, wire, { publisher, openStream, request, reply });
    },
  );

  async function sent(request: Parameters<typeof inviteOf>[0], part: Sendable) {
    const invite = inviteOf(request);
    checkAllowed(invite, part);
    const { upload, slug } = body.parse(request.body);
    if (slug !== undefined && slug !== invite.slug)
      throw forbidden('This link is for another episode.');
    await checkOwn(upload, invite, context);
    return { invite, upload, slug: slugNow(invite, context) };
  }

  /** Neither address nor report: a draft's address is for the publisher to give. */
  function accepted(job: Job, invite: Invite, reply: FastifyReply) {
    invites.noteJob(invite.id, job.id);
    return reply.code(202).send({ slug: job.slug, job: job.id });
  }
}

/**
 * Where the invite's episode is now. It is followed by its GUID alone: another one may have had its slug before,
 * or have it now. What becomes an episode under the invite's slug is its episode from then on.
 */
function slugNow({ id, slug, guid }: Invite, { catalogue, invites }: Context): string {
  const guidOf = (one: string) => catalogue.manifest(one)?.episode.guid;
  if (guid === null) {
    const made = guidOf(slug);
    if (made !== undefined) invites.bind(id, made);
    return slug;
  }
  const now = catalogue.slugs().find((one) => guidOf(one) === guid);
  if (now === undefined) throw forbidden('The episode of this link is not there any more.');
  return now;
}

async function exists(slug: string, { catalogue, layout }: Context): Promise<boolean> {
  return catalogue.manifest(slug) !== undefined || folderExists(episodeFolder(layout, slug));
}

function wire({ id, state, step, share, error }: Job) {
  const doing = step && steps[step];
  return { job: id, state, doing, share, error: error && problemOf(forGuest(error)) };
}

function noRecording(): AlongsideError {
  return new AlongsideError('episode_not_found', 'There is no recording yet.', {
    remedy: 'Send the recording first; the transcript belongs to it.',
  });
}

function jobOver(): AlongsideError {
  return new AlongsideError('job_not_found', 'This is no longer being worked on.', {
    remedy: 'Open the link again.',
  });
}
