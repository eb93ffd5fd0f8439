import type { FastifyInstance } from 'fastify';
import { AlongsideError } from '../../episode/error.ts';
import { renderLlms } from '../../render/llms.ts';
import { renderManifest } from '../../render/manifest.ts';
import { renderRobots } from '../../render/robots.ts';
import { renderSitemap } from '../../render/sitemap.ts';
import type { Context } from '../context.ts';
import type { SendRendered } from '../rendered.ts';

/** What search engines, other machines and home screens ask a site for. */
export function siteFiles(app: FastifyInstance, context: Context, send: SendRendered) {
  const { catalogue } = context;
  const sitemap = (part: number | null) =>
    renderSitemap(context.site(), catalogue.show(), catalogue.episodes(), part) ?? nothing();

  app.get('/sitemap.xml', (request, reply) =>
    send(request, reply, { key: 'sitemap', type: xml, render: () => sitemap(null) }),
  );

  app.get<{ Params: { part: string } }>('/sitemap-:part(^[1-9]\\d{0,3}$).xml', (request, reply) => {
    const part = Number(request.params.part);
    return send(request, reply, { key: `sitemap ${part}`, type: xml, render: () => sitemap(part) });
  });

  app.get('/robots.txt', (request, reply) =>
    send(request, reply, {
      key: 'robots',
      type: 'text/plain; charset=utf-8',
      render: () => renderRobots(context.site(), catalogue.show()),
    }),
  );

  app.get('/llms.txt', (request, reply) =>
    send(request, reply, {
      key: 'llms',
      type: 'text/plain; charset=utf-8',
      headers: { 'access-control-allow-origin': '*' },
      render: () => renderLlms(context.site(), catalogue.show(), catalogue.episodes()),
    }),
  );

  app.get('/manifest.webmanifest', (request, reply) =>
    send(request, reply, {
      key: 'manifest',
      type: 'application/manifest+json; charset=utf-8',
      render: () => renderManifest(context.site(), catalogue.show()),
    }),
  );
}

const xml = 'application/xml; charset=utf-8';

function nothing(): never {
  throw new AlongsideError('not_found', 'There is nothing here.', {
    remedy: 'Go to the front page and look for it there.',
  });
}
