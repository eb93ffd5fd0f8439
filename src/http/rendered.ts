import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { compress, type Encoding, encodingFor } from './compress.ts';

/** Bytes all remembered answers may take together. */
const mostBytes = 48 << 20;
/** What is shorter, in bytes, is not worth compressing. */
const leastCompressed = 500;

/** An answer's text in one encoding. */
interface Rendered {
  bytes: Buffer;
  encoding: Encoding;
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
 * Answers with rendered text: rendered once for each generation of the catalogue, compressed when an
 * encoding is first asked for, remembered within a bound, with a strong ETag for each encoding.
 */
export function createRendered(generation: () => number): SendRendered {
  const remembered = new LRUCache<string, Rendered, () => Promise<Rendered>>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes.length + 500,
    fetchMethod: (_key, _stale, { context: make }) => make(),
  });
  const recall = (key: string, make: () => Promise<Rendered>) =>
    remembered.get(key) ??
    remembered.fetch(key, { context: make }).then((rendered) => rendered ?? make());

  return async (request, reply, answer) => {
    const now = generation();
    const inEncoding = (encoding: Encoding): Rendered | Promise<Rendered> =>
      recall(`${now} ${encoding} ${answer.key}`, async () =>
        encoding === 'identity'
          ? renderedOf(await answer.render())
          : encoded(await inEncoding('identity'), encoding),
      );
    const wanted = encodingFor(request.headers['accept-encoding']);
    const { bytes, encoding, hash } = await inEncoding(wanted);
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    reply
      .headers({ 'cache-control': 'no-cache', ...answer.headers, etag, vary: 'accept-encoding' })
      .type(answer.type);
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(bytes);
  };
}

function renderedOf(text: string): Rendered {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, encoding: 'identity', hash };
}

async function encoded(plain: Rendered, encoding: 'br' | 'gzip'): Promise<Rendered> {
  if (plain.bytes.length < leastCompressed) return plain;
  return { ...plain, bytes: await compress(plain.bytes, encoding), encoding };
}

/** RFC 9110, 13.1.2: `If-None-Match` compares weakly. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
