import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyInstance } from 'fastify';
import { type PageOfHits, pageOfHits } from '../../publish/search/page-of-hits.ts';
import { descriptionType, renderSearchDescription } from '../../render/search-description.ts';
import { renderSearchPage } from '../../render/search-page.tsx';
import { paths } from '../../render/site.ts';
import type { Context } from '../context.ts';
import { foundAsJson } from '../found-as-json.ts';
import { foundInEpisode } from '../found-in-episode.ts';

/** As a server hands it over: what stands in an address twice comes as a list. */
type Asked = Record<'q' | 'from' | 'limit' | 'typing' | 'format', string | string[] | undefined>;

/** Results on a page, and episodes that lead the first one. */
const usual = 20;
const most = 100;
const leading = 3;
/** Ways in which a question that is being written may go on. */
const completions = 8;

/** What was said, to the second: a page for people, JSON for programs, and completions for browsers. */
export function search(app: FastifyInstance, context: Context) {
  const { catalogue, finder } = context;
  const inEpisodes = (hits: PageOfHits['hits']) =>
    hits.flatMap((hit) => foundInEpisode(context, hit) ?? []);

  app.get<{ Querystring: Asked }>('/search', async (request, reply) => {
    const asks = readAsked(request.query);
    const { asked, isTyping, from, limit } = asks;
    const isJson = asks.isJson || prefersJson(request.headers.accept);
    const page = await pageOfHits(finder, {
      ...{ asked, isTyping, from, most: limit },
      leading: isJson ? 0 : leading,
    });
    const results = inEpisodes(page.hits);
    const next = page.next && pathOf(asks, page.next);
    reply.headers({ 'cache-control': 'no-cache', vary: 'accept' });
    if (isJson) {
      reply.header('access-control-allow-origin', '*');
      return foundAsJson(context.site(), asked, page, results, next);
    }
    const { total, isAtLeast, suggestion, remarks, missing } = page;
    const html = renderSearchPage({
      ...{ site: context.site(), show: catalogue.show(), episodes: catalogue.episodes() },
      ...{ asked, leading: inEpisodes(page.leading), results, total, isAtLeast },
      ...{ suggestion, remarks, missing },
      ...{ next, isFirst: from === null },
    });
    return reply.type('text/html; charset=utf-8').send(html);
  });

  app.get<{ Querystring: Asked }>('/search/suggest', async (request, reply) => {
    const { asked } = readAsked(request.query);
    const answer = [asked, await finder.complete(asked, completions)];
    reply.headers({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    // Sent as text, since the type is not one that the server would print as JSON by itself.
    return reply.type('application/x-suggestions+json').send(JSON.stringify(answer));
  });

  app.get('/opensearch.xml', (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-cache' })
      .type(`${descriptionType}; charset=utf-8`)
      .send(renderSearchDescription(context.site(), catalogue.show())),
  );
}

/** Nothing that can be asked is an error: what makes no sense is left out. */
function readAsked({ q, from, limit, typing, format }: Asked) {
  const wanted = Math.trunc(Number(limit)) || usual;
  return {
    asked: [q ?? []].flat().join(' '),
    isTyping: [typing ?? []].flat()[0] === '1',
    isJson: [format ?? []].flat()[0] === 'json',
    from: [from ?? []].flat()[0] ?? null,
    limit: Math.min(Math.max(1, wanted), most),
  };
}

const inPreference = new Negotiator({ supportedValues: ['text/html', 'application/json'] });

function prefersJson(accept: string | undefined): boolean {
  return accept !== undefined && inPreference.negotiate(accept) === 'application/json';
}

/** The next page asks for the same in the same way; whoever goes there has written what they wanted. */
function pathOf(asks: ReturnType<typeof readAsked>, from: string): string {
  const { asked, limit, isTyping, isJson } = asks;
  const whole = isTyping && lastWord.test(asked) ? `${asked}*` : asked;
  return [
    `${paths.search(whole)}&from=${from}`,
    ...(limit === usual ? [] : [`limit=${limit}`]),
    ...(isJson ? ['format=json'] : []),
  ].join('&');
}

/** A word at the end, which may be only begun; not the value of a field, nor what is unwanted. */
const lastWord = /(?:^|\s)[^\s:"“”„«»–−-][^\s:"“”„«»]*(?<=[\p{L}\p{N}\p{M}])$/u;
