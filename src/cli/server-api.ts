import { AlongsideError, type ErrorCode, errorCodes } from '../episode/error.ts';
import { behindProxy, unreachable } from './unreachable.ts';

/** A running server, as a command talks to it. */
export interface ServerApi {
  /** Address without a slash at its end. */
  url: string;
  token: string;
}

/**
 * One call to the server: GET, or POST where there is something to send, unless another method is named.
 *
 * @returns the JSON it answered with
 * @throws AlongsideError what the server said was wrong, or `server_unreachable`
 */
export async function call<T>(
  server: ServerApi,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<T> {
  const response = await reach(server, path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      accept: 'application/json',
    },
  });
  const answer = await response.text();
  if (!response.ok) throw errorFromProblem(answer, server, response.status);
  try {
    return JSON.parse(answer) as T;
  } catch (error) {
    throw notAlongside(server, error);
  }
}

/** A request with the token; says plainly when nobody is there. */
export async function reach(
  server: ServerApi,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  try {
    return await fetch(`${server.url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${server.token}` },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable(server.url, error);
  }
}

/** The error behind a problem-details answer; `server_unreachable` where only a proxy answers. */
export function errorFromProblem(
  answer: string,
  server: ServerApi,
  status: number,
): AlongsideError {
  try {
    const { code, title, file, line, remedy } = JSON.parse(answer) as Record<string, unknown>;
    if (errorCodes.includes(code as ErrorCode)) {
      return new AlongsideError(code as ErrorCode, String(title), {
        file: typeof file === 'string' ? file : undefined,
        line: typeof line === 'number' ? line : undefined,
        remedy: String(remedy),
      });
    }
  } catch {
    // Not ours to read: some other server, or a proxy in between, answered.
  }
  if (status >= 502 && status <= 504) return behindProxy(server.url, status);
  return notAlongside(server, `${status} ${answer.slice(0, 200)}`);
}

function notAlongside(server: ServerApi, cause: unknown): AlongsideError {
  const reason = typeof cause === 'string' ? ` (${cause.replace(/\s+/g, ' ').trim()})` : '';
  return new AlongsideError(
    'server_failed',
    `${server.url} did not answer as Alongside does${reason}.`,
    { remedy: 'Check the address given with --server, and any proxy in front of it.' },
    cause,
  );
}
