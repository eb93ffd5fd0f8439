import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { episodeEntries } from '../episode-entry.ts';
import { createEventStreams } from '../event-stream.ts';
import { createStatusNews } from '../status-news.ts';

/** How every episode stands, live. */
export function apiEvents(app: FastifyInstance, context: Context) {
  const openStream = createEventStreams(app, context);
  const listen = createStatusNews(context);

  app.get(
    '/api/events',
    {
      schema: {
        summary:
          'How every episode stands, live, as server-sent events: “status” with all of them, then “episode” with each that changes and “gone” with the slug of each that has gone',
      },
    },
    (request, reply) => {
      const stream = openStream(request, reply, () => unlisten());
      const unlisten = listen((slug, entry) =>
        entry === null ? stream.send({ slug }, 'gone') : stream.send(entry, 'episode'),
      );
      stream.send({ episodes: episodeEntries(context) }, 'status');
    },
  );
}
