import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AlongsideError, type ErrorCode } from '../episode/error.ts';
import { renderMessagePage } from '../render/message-page.tsx';
import type { Context } from './context.ts';

/** What each code answers with. A code that is missing here does not compile. */
const statuses: Record<ErrorCode, number> = {
  recording_empty: 422,
  recording_not_audio: 422,
  recording_is_playlist: 422,
  recording_unreadable: 422,
  recording_truncated: 422,
  transcript_empty: 422,
  transcript_not_text: 422,
  transcript_bad_encoding: 422,
  transcript_malformed: 422,
  transcript_form_unknown: 404,
  cover_unreadable: 422,
  details_invalid: 422,
  show_invalid: 500,
  slug_invalid: 422,
  slug_taken: 409,
  episode_not_found: 404,
  // Apps and search engines then forget it (RFC 9110, 15.5.11).
  episode_removed: 410,
  job_not_found: 404,
  upload_not_found: 404,
  upload_incomplete: 409,
  upload_checksum: 422,
  unauthorized: 401,
  request_invalid: 400,
  not_found: 404,
  file_not_found: 404,
  setting_invalid: 500,
  server_unreachable: 502,
  server_failed: 500,
  ffmpeg_missing: 503,
  ffmpeg_failed: 500,
  ffmpeg_timeout: 504,
  align_failed: 500,
  disk_full: 507,
  cancelled: 409,
  guid_taken: 409,
  show_in_use: 409,
  feed_unreadable: 422,
  download_failed: 502,
  forbidden: 403,
  nothing_to_retry: 409,
  nothing_to_cancel: 409,
  too_many_attempts: 429,
  token_taken: 409,
  token_not_found: 404,
  invite_not_found: 404,
  backup_unreadable: 422,
  folder_read_only: 507,
  episode_damaged: 500,
  episode_being_made: 503,
  search_unavailable: 503,
};

/** When what is being made again is worth another look, s. */
const beingMade = 30;

/** An error as RFC 9457 asks, with our code, place and remedy as extension members. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  file?: string;
  line?: number;
  remedy: string;
}

/** @param status where it says more than the code's own */
export function problemOf(error: AlongsideError, status = statuses[error.code]): ProblemDetails {
  const { file, line, remedy } = error.facts;
  return {
    type: 'about:blank',
    title: error.message,
    status,
    code: error.code,
    detail: `${error.message} ${remedy}`,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    remedy,
  };
}

/** Answers every error: programs get problem details, people get a page. */
export function answerErrors(app: FastifyInstance, context: Context) {
  app.setErrorHandler((error: FastifyError | AlongsideError, request, reply) =>
    answerError(error, request, reply, context),
  );
  app.setNotFoundHandler((request, reply) =>
    answer(
      problemOf(
        new AlongsideError('not_found', 'There is nothing here.', {
          remedy: 'Go to the front page and look for it there.',
        }),
      ),
      request,
      reply,
      context,
    ),
  );
}

/** Answers one request with what went wrong, whatever it was. */
export function answerError(
  error: FastifyError | AlongsideError,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
) {
  const known = asAlongside(error, request);
  if (error instanceof AlongsideError || known.code === 'server_failed') {
    return answer(problemOf(known), request, reply, context);
  }
  // What Fastify and its plugins refuse keeps its status, and its headers: 416 says how long the file is.
  reply.headers((error as { headers?: Record<string, string> }).headers ?? {});
  return answer(problemOf(known, error.statusCode), request, reply, context);
}

function answer(
  problem: ProblemDetails,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
) {
  reply.code(problem.status).header('cache-control', 'no-store');
  // What was said of the file that is not sent; its tag still helps whoever has another version of it.
  reply.removeHeader('content-disposition');
  if (problem.status !== 412 && problem.status !== 416) reply.removeHeader('etag');
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Alongside"');
  if (problem.code === 'episode_being_made') reply.header('retry-after', beingMade);
  const wantsPage =
    !request.url.startsWith('/api/') && /\btext\/html\b/.test(request.headers.accept ?? '');
  if (!wantsPage) return reply.type('application/problem+json').send(problem);
  const { status, title, remedy } = problem;
  const show = context.catalogue.show();
  return reply
    .type('text/html; charset=utf-8')
    .send(renderMessagePage({ site: context.site(), show, status, title, sentence: remedy }));
}

/** What to do about what Fastify and its plugins refuse, where the API's description would not help. */
const remedies: Partial<Record<number, string>> = {
  404: 'Go to the front page and look for it there.',
  412: 'Fetch the file again from its beginning.',
  416: 'Ask for a range within the file; Content-Range says how long it is.',
};

function asAlongside(
  error: FastifyError | AlongsideError,
  request: FastifyRequest,
): AlongsideError {
  if (error instanceof AlongsideError) return error;
  const status = error.statusCode ?? 500;
  if (status < 500) {
    return new AlongsideError(
      status === 404 ? 'not_found' : 'request_invalid',
      `${error.message.replace(/\.$/, '')}.`,
      { remedy: remedies[status] ?? 'The API is described at /api/docs/json.' },
      error,
    );
  }
  request.log.error({ err: error }, 'a request failed');
  return new AlongsideError(
    'server_failed',
    'Something went wrong on the server.',
    { remedy: 'Try again; if it stays so, the server’s log says what happened.' },
    error,
  );
}
