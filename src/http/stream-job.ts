import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Job } from '../publish/queue.ts';
import type { Context } from './context.ts';
import type { createEventStreams } from './event-stream.ts';

/** Who asks, and what answers them. */
interface Asked extends Pick<Context, 'publisher'> {
  openStream: ReturnType<typeof createEventStreams>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Events at most this often, ms. */
const pace = 100;

/**
 * Answers with how a job goes on, as server-sent events, until it is done or has failed.
 *
 * @param wire the job as whoever asks is to see it
 */
export function streamJob(
  job: Job,
  wire: (job: Job) => unknown,
  { publisher, openStream, request, reply }: Asked,
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
