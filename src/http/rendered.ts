import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Bytes all remembered answers may take together. */
const mostBytes = 48 << 20;

interface Rendered {
  identity: Buffer;
  /** Null where compression does not pay. */
  br: Buffer | null;
  gzip: Buffer | null;
  hash: string;
}

export interface Answer {
  /** What is rendered; with the catalogue's generation it names the remembered bytes. */
  key: string;
  type: string;
  render(): string | Promise<string>;
  headers?: Record<string, string>;
}

export type SendRendered = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
) => Promise<FastifyReply>;

/**
 * Answers with rendered text: rendered once for each generation of the catalogue, compressed once and off
 * the main thread, remembered within a bound, with a strong ETag for each encoding.
 */
export function createRendered(generation: () => number): SendRendered {
  const remembered = new LRUCache<string, Rendered, Answer>({
    maxSize: mostBytes,
    sizeCalculation: ({ identity, br, gzip }) =>
      identity.length + (br?.length ?? 0) + (gzip?.length ?? 0) + 500,
    fetchMethod: async (_key, _stale, { context }) => renderedOf(await context.render()),
  });

  return async (request, reply, answer) => {
    const key = `${generation()} ${answer.key}`;
    const rendered =
      (await remembered.fetch(key, { context: answer })) ??
      (await renderedOf(await answer.render()));
    const { encoding, bytes } = choose(rendered, request.headers['accept-encoding']);
    const etag = `"${rendered.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    reply
      .headers({ 'cache-control': 'no-cache', ...answer.headers, etag, vary: 'accept-encoding' })
      .type(answer.type);
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(bytes);
  };
}

async function renderedOf(text: string): Promise<Rendered> {
  const identity = Buffer.from(text);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  if (identity.length < 500) return { identity, hash, br: null, gzip: null };
  const [br, gz] = await Promise.all([
    compress.br(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 8,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    compress.gzip(identity, { level: 8 }),
  ]);
  return { identity, hash, br, gzip: gz };
}

function choose(rendered: Rendered, accepted: string | undefined) {
  const encoding = accepted ? negotiate(accepted, ['br', 'gzip']) : null;
  if (encoding === 'br' && rendered.br) return { encoding: 'br', bytes: rendered.br } as const;
  if (encoding === 'gzip' && rendered.gzip)
    return { encoding: 'gzip', bytes: rendered.gzip } as const;
  return { encoding: 'identity', bytes: rendered.identity } as const;
}

/** RFC 9110, 13.1.2: `If-None-Match` compares weakly. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
