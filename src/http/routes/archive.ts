import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderArchivePage } from '../../render/archive-page.tsx';
import type { Archive } from '../../render/archives.ts';
import { renderDoorsPage } from '../../render/doors-page.tsx';
import { type Asked, beginningOf, pageOfEpisodes } from '../../render/page-of-episodes.ts';
import { href, paths } from '../../render/site.ts';
import type { Context } from '../context.ts';
import { findArchive, movedPerson } from '../find-archive.ts';
import { redirect } from '../find-episode.ts';
import type { SendRendered } from '../rendered.ts';

const html = 'text/html; charset=utf-8';

/** The episodes by other doors than their order: years, seasons, tags and people. */
export function archive(app: FastifyInstance, context: Context, send: SendRendered) {
  const { catalogue, finder } = context;
  type Request = FastifyRequest<{ Querystring: Asked }>;
  type Named<Name extends string> = { Params: Record<Name, string>; Querystring: Asked };

  app.get('/archive', (_request, reply) =>
    redirect(reply, href(context.site(), paths.archive()), 301),
  );
  app.get('/archive/', (request, reply) =>
    send(request, reply, {
      ...{ key: 'archive', type: html },
      render: () => renderDoorsPage(context.site(), catalogue.show(), catalogue.episodes()),
    }),
  );
  app.get<Named<'year'>>('/years/:year/', (request, reply) =>
    sendArchive(request, reply, findArchive(context, 'year', request.params.year)),
  );
  app.get<Named<'season'>>('/seasons/:season/', (request, reply) =>
    sendArchive(request, reply, findArchive(context, 'season', request.params.season)),
  );
  app.get<Named<'tag'>>('/tags/:tag/', (request, reply) =>
    sendArchive(request, reply, findArchive(context, 'tag', request.params.tag)),
  );
  app.get<Named<'person'>>('/people/:person/', (request, reply) => {
    const { person } = request.params;
    const moved = movedPerson(context, person);
    if (moved !== null) return redirect(reply, href(context.site(), moved), 301);
    return sendArchive(request, reply, findArchive(context, 'person', person));
  });

  function sendArchive(request: Request, reply: FastifyReply, found: Archive) {
    const { kind } = found;
    const from = beginningOf(found.episodes, request.query);
    const tells = kind === 'person' && finder.isReady();
    return send(request, reply, {
      key: `${kind} ${found.segment} ${from} ${tells}`,
      type: html,
      render: async () => {
        const page = pageOfEpisodes(found.episodes, from);
        const slugs = page.episodes.map(({ slug }) => slug);
        const speaking = tells ? await finder.speaking(found.heading, slugs) : null;
        const [site, show] = [context.site(), catalogue.show()];
        return renderArchivePage({ site, show, archive: found, page, speaking });
      },
    });
  }
}
