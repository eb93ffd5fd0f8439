import type { FastifyInstance } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import { steps } from '../../publish/progress.ts';
import type { Job } from '../../publish/queue.ts';
import { absolute, paths } from '../../render/site.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../error-responses.ts';

/** Events at most this often, ms; and a sign of life for proxies that cut silent connections. */
const pace = 100;
const signOfLife = 15_000;

/** Publishing as it goes on. */
export function apiJobs(app: FastifyInstance, context: Context) {
  // A stream would otherwise keep a stopping server waiting for as long as the job takes.
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const stop of open) stop();
  });

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
      // Answered by hand from here on: it stays open while the job runs.
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      let pending: NodeJS.Timeout | undefined;
      const send = () => {
        pending = undefined;
        stream.write(`data: ${JSON.stringify(wire(job, context))}\n\n`);
        if (job.state === 'done' || job.state === 'failed') stop();
      };
      const unfollow = context.publisher.follow(job.id, () => {
        pending ??= setTimeout(send, pace);
      });
      const alive = setInterval(() => stream.write(':\n\n'), signOfLife);
      const stop = () => {
        open.delete(stop);
        clearTimeout(pending);
        clearInterval(alive);
        unfollow();
        stream.end();
      };
      stream.on('close', stop);
      open.add(stop);
      send();
    },
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
