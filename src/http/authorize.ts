import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlongsideError } from '../episode/error.ts';
import { owner } from '../store/tokens.ts';
import type { Context } from './context.ts';
import { createFailedAttempts } from './failed-attempts.ts';

/**
 * Lets a request through when it carries a bearer token (RFC 6750) that is valid, and notes in `who` whose
 * it is. From an address where too many attempts failed the right token is refused as well, or trying would
 * simply go on; save for those who were let in from there before, for nobody who shares their address is
 * to shut them out.
 *
 * @throws AlongsideError `unauthorized`, `too_many_attempts`
 */
export function authorize({ tokens, log }: Pick<Context, 'tokens' | 'log'>) {
  const attempts = createFailedAttempts();
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { ip, method, routeOptions } = request;
    const given = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    // Whoever shows no token guesses none.
    if (given === undefined) throw unauthorized(true);
    const who = tokens.whose(given);
    const wait = attempts.wait(ip);
    if (who !== null && (wait === 0 || attempts.knows(ip, who))) {
      attempts.welcome(ip, who);
      request.who = who;
      return;
    }
    if (wait > 0) {
      reply.header('retry-after', wait);
      throw tooManyAttempts(wait);
    }
    const error = unauthorized(false);
    if (attempts.note(ip)) {
      log.info(`Refused ${method} ${routeOptions.url ?? ''} from ${ip}. ${error.message}`);
    }
    throw error;
  };
}

/**
 * Lets only the owner through, who has the first token.
 *
 * @throws AlongsideError `forbidden`
 */
export async function onlyOwner(request: FastifyRequest) {
  if (request.who === owner) return;
  throw new AlongsideError('forbidden', 'Only the first token may do this.', {
    remedy: 'Use the token of UPLOAD_TOKEN or .upload-token.',
  });
}

function unauthorized(isMissing: boolean): AlongsideError {
  const problem = isMissing ? 'This needs the upload token.' : 'The upload token is wrong.';
  return new AlongsideError('unauthorized', problem, {
    remedy:
      'Give it with --token or UPLOAD_TOKEN; without a setting it is in .upload-token in the server’s episodes folder.',
  });
}

function tooManyAttempts(wait: number): AlongsideError {
  const problem = 'There were too many attempts with a wrong token.';
  return new AlongsideError('too_many_attempts', problem, {
    remedy: `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}, then try again with the right one.`,
  });
}
