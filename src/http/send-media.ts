import type { FastifyReply, FastifyRequest } from 'fastify';
import { matches } from './rendered.ts';

export interface Media {
  /** Folder the file lies in. */
  root: string;
  file: string;
  type: string;
  /** Hex, of the bytes. */
  sha256: string;
  cacheControl: string;
  /** What a download is to be called. */
  downloadName?: string;
}

/**
 * Sends a file with HEAD, Range and a strong ETag from its content.
 *
 * @fastify/static makes ETags from size and date, which change when a folder is restored from a backup and
 * would break a download that is being resumed. So the conditions are decided here, and only the bytes and
 * the ranges are its business.
 *
 * @throws an error of status 412 where the client wants other bytes than there are
 */
export async function sendMedia(request: FastifyRequest, reply: FastifyReply, media: Media) {
  const etag = `"${media.sha256.slice(0, 32)}"`;
  reply.headers({
    etag,
    'cache-control': media.cacheControl,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag',
    'content-disposition': media.downloadName
      ? `inline; filename="${media.downloadName}"`
      : 'inline',
  });
  if (wantsOthers(request.headers['if-match'], etag)) {
    throw Object.assign(new Error('The file has changed since'), { statusCode: 412 });
  }
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const ifRange = request.headers['if-range'];
  // RFC 9110, 13.1.5: a range holds only for the very bytes the client has begun with.
  if (ifRange !== undefined && ifRange !== etag) delete request.raw.headers.range;
  for (const decided of conditions) delete request.raw.headers[decided];
  return reply.type(media.type).sendFile(media.file, media.root, {
    etag: false,
    lastModified: false,
    cacheControl: false,
    contentType: false,
    acceptRanges: true,
  });
}

/** Dates say nothing here: a file that is restored from a backup has another one, and the same bytes. */
const conditions = [
  'if-match',
  'if-none-match',
  'if-range',
  'if-modified-since',
  'if-unmodified-since',
] as const;

/** RFC 9110, 13.1.1: `If-Match` compares strongly, so a weak tag never matches. */
function wantsOthers(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim());
  return !tags.includes('*') && !tags.includes(etag);
}
