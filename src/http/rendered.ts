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
  /** What is rendered; names the remembered bytes. */
  key: string;
  /**
   * What it is made of. As long as these are the very same, so is the answer: what else is published makes no
   * page anew that does not show it. Left out where anything in the catalogue may be in it.
   */
  of?: readonly unknown[];
  type: string;
  render(): string | Promise<string>;
  headers?: Record<string, string>;
}

export type SendRendered = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
) => Promise<FastifyReply>;

interface Remembered {
  of: readonly unknown[];
  rendered: Rendered;
}

/**
 * Answers with rendered text: rendered once for each state of what it is made of, compressed when an
 * encoding is first asked for, remembered within a bound, with a strong ETag for each encoding.
 *
 * @param generation of the catalogue, which changes with anything in it
 */
export function createRendered(generation: () => number): SendRendered {
  const remembered = new LRUCache<string, Remembered>({
    maxSize: mostBytes,
    sizeCalculation: ({ rendered }) => rendered.bytes.length + 500,
  });
  const underWay = new Map<string, { of: readonly unknown[]; made: Promise<Rendered> }>();
  /** However many ask for the same at the same time, it is made once. */
  const recall = (key: string, of: readonly unknown[], make: () => Promise<Rendered>) => {
    const known = remembered.get(key);
    if (known !== undefined && isSame(known.of, of)) return known.rendered;
    const before = underWay.get(key);
    if (before !== undefined && isSame(before.of, of)) return before.made;
    const made = make()
      .then((rendered) => {
        remembered.set(key, { of, rendered });
        return rendered;
      })
      .finally(() => {
        if (underWay.get(key)?.made === made) underWay.delete(key);
      });
    underWay.set(key, { of, made });
    return made;
  };

  return async (request, reply, answer) => {
    const of = answer.of ?? [generation()];
    const inEncoding = (encoding: Encoding): Rendered | Promise<Rendered> =>
      recall(`${encoding} ${answer.key}`, of, async () =>
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

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}

/** RFC 9110, 13.1.2: `If-None-Match` compares weakly. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
