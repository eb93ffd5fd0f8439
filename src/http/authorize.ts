import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AlongsideError } from '../episode/error.ts';

/**
 * Lets a request through when it carries the bearer token (RFC 6750). Compared as hashes in constant time,
 * so that neither length nor prefix of the token can be timed.
 *
 * @throws AlongsideError `unauthorized`
 */
export function authorize(token: string) {
  const wanted = digest(token);
  return async (request: FastifyRequest) => {
    const given = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), wanted)) return;
    throw new AlongsideError(
      'unauthorized',
      given === undefined ? 'This needs the upload token.' : 'The upload token is wrong.',
      {
        remedy:
          'Give it with --token or UPLOAD_TOKEN; without a setting it is in .upload-token in the server’s episodes folder.',
      },
    );
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
