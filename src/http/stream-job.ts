import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Job } from '../publish/queue.ts';
import type { Context } from './context.ts';
import type { createEventStreams } from './event-stream.ts';

/** Events at most this often, ms. */
const pace = 100;

/**
 * Answers with how a job goes on, as server-sent events, until it is done or has failed.
 *
 * @param wire the job as whoever asks is to see it
 */
export function streamJob(
  job: Job,
  { publisher }: Pick<Context, 'publisher'>,
  wire: (job: Job) => unknown,
  openStream: ReturnType<typeof createEventStreams>,
  [request, reply]: [FastifyRequest, FastifyReply],
) {
  let pending: NodeJS.Timeout | undefined;
  const stream = openStream(request, reply, () => {
    clearTimeout(pending);
    unfollow();
  });
  const send = () => {
    pending = undefined;
    stream.send(wire(job));
    if (job.state === 'done' || job.state === 'failed') stream.close();
  };
  const unfollow = publisher.follow(job.id, () => {
    pending ??= setTimeout(send, pace);
  });
  send();
}
