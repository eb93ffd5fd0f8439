import type { FastifyInstance } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import { steps } from '../../publish/progress.ts';
import type { Job } from '../../publish/queue.ts';
import { absolute, paths } from '../../render/site.ts';
import { accepted } from '../accepted.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../error-responses.ts';
import { createEventStreams } from '../event-stream.ts';
import { streamJob } from '../stream-job.ts';

/** Publishing as it goes on. */
export function apiJobs(app: FastifyInstance, context: Context) {
  const openStream = createEventStreams(app, context);

  app.get<{ Params: { id: string } }>(
    '/api/jobs/:id',
    { schema: { summary: 'How far a piece of publishing is' } },
    (request) => wire(find(request.params.id), context),
  );

  app.get<{ Params: { id: string } }>(
    '/api/jobs/:id/events',
    { schema: { summary: 'The same, live, as server-sent events until it is done or has failed' } },
    (request, reply) => {
      const job = find(request.params.id);
      const { publisher } = context;
      streamJob(job, (one) => wire(one, context), { publisher, openStream, request, reply });
    },
  );

  app.post<{ Params: { id: string } }>(
    '/api/jobs/:id/cancel',
    { schema: { summary: 'Call a piece of publishing off; what was published before stays' } },
    async (request, reply) =>
      reply.code(202).send(wire(await context.publisher.cancel(request.params.id), context)),
  );

  app.post<{ Params: { slug: string } }>(
    '/api/episodes/:slug/retry',
    { schema: { summary: 'Begin anew what failed about an episode' } },
    (request, reply) => accepted(context.publisher.retry(request.params.slug), context, reply),
  );

  function find(id: string): Job {
    const job = context.publisher.job(id);
    if (job !== undefined) return job;
    throw new AlongsideError('job_not_found', 'There is no such job.', {
      remedy: 'Run the upload again; it finds what is there already.',
    });
  }
}

function wire({ id, slug, state, step, share, report, error }: Job, context: Context) {
  return {
    job: id,
    slug,
    state,
    step,
    doing: step && steps[step],
    share,
    report,
    error: error && problemOf(error),
    url: absolute(context.site(), paths.episode(context.catalogue.addressOf(slug))),
  };
}
