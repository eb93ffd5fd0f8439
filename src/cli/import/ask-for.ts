import { setTimeout as sleep } from 'node:timers/promises';
import { AlongsideError } from '../../episode/error.ts';
import { leadsInside } from './inside.ts';

/** How files are fetched for an import. */
export interface Fetching {
  /** Whether addresses that lead into our own network are refused: the feed came from outside. */
  onlyOutside: boolean;
  signal: AbortSignal;
  /** Before the second and the third try, ms. */
  pauses: readonly number[];
}

/** An answer on its way. Whoever reads its body calls `alive` with every piece. */
export interface Answer {
  response: Response;
  /** Where the redirects led. */
  url: string;
  alive: () => void;
  /** Ends it, read or not. */
  end: () => void;
}

/** Longer than any server in good order keeps silent, ms. */
const silence = 30_000;
const mostRedirects = 10;

/**
 * Asks for an address of the web, and follows redirects to addresses of the web.
 *
 * @throws AlongsideError `download_failed`
 */
export async function askFor(
  start: string,
  headers: Record<string, string>,
  fetching: Fetching,
): Promise<Answer> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (fetching.onlyOutside && (await leadsInside(url))) {
      throw failed(`${url} leads into your own network.`, 'Bring that file by hand.');
    }
    const watch = watchSilence(fetching.signal);
    try {
      const response = await fetch(url, {
        headers: { 'user-agent': 'Alongside (podcast import)', ...headers },
        redirect: 'manual',
        signal: watch.signal,
      });
      const to = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || to === null) {
        return { response, url, alive: watch.alive, end: watch.end };
      }
      watch.end();
      if (!URL.canParse(to, url) || !/^https?:$/.test(new URL(to, url).protocol)) {
        throw failed(`${url} leads to ${to}, which is no address of the web.`, askOldHost);
      }
      url = new URL(to, url).href;
    } catch (error) {
      watch.end();
      throw fetching.signal.aborted ? fetching.signal.reason : asFailed(error, url);
    }
  }
  throw failed(`${start} leads from one address to the next without end.`, askOldHost);
}

/** Does something again that failed for a reason that may pass, after a pause that grows. */
export async function withTries<T>(
  { pauses, signal }: Fetching,
  work: () => Promise<T>,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      const { after } = (error as AlongsideError).cause as Passing;
      await sleep(Math.min(Math.max(pause, after), 60_000), undefined, { signal });
    }
  }
  return work();
}

/** Why a failure may pass, and when the server says it will, ms. */
interface Passing {
  passing: true;
  after: number;
  cause?: unknown;
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof AlongsideError)) return false;
  return (error.cause as Partial<Passing> | undefined)?.passing === true;
}

/** What an answer without the file means. */
export function refusal({ response, url }: Answer): AlongsideError {
  const { status } = response;
  const message = `${url} answers ${status}${reasons[status] ? `, ${reasons[status]}` : ''}.`;
  if (status !== 429 && status < 500) return failed(message, askOldHost);
  const after = Number(response.headers.get('retry-after')) * 1000 || 0;
  return failed(message, tryAgain, { passing: true, after });
}

const reasons: Record<number, string> = {
  401: 'it wants a password',
  403: 'it does not let us in',
  404: 'there is nothing there',
  410: 'it was taken away',
  429: 'it is asked too often',
  503: 'it has no time',
};

/** Whatever went wrong on the way; `fetch` tells it in its causes. */
export function asFailed(error: unknown, url: string): AlongsideError {
  if (error instanceof AlongsideError) return error;
  const { message, code } = deepest(error);
  if (code === 'ENOTFOUND') return failed(`The host of ${url} is not known.`, 'Check the address.');
  return failed(`${url} could not be fetched: ${code ?? message}.`, tryAgain, {
    passing: true,
    after: 0,
    cause: error,
  });
}

export function failed(message: string, remedy: string, cause?: Passing): AlongsideError {
  return new AlongsideError('download_failed', message, { remedy }, cause);
}

const askOldHost = 'Look at that address in a browser, and ask the old host.';
export const tryAgain = 'Run the same command again; it goes on from there.';

function deepest(error: unknown): { message: string; code: string | null } {
  const { message, code, cause } = (error ?? {}) as Record<string, unknown>;
  if (cause !== undefined && cause !== null) return deepest(cause);
  return { message: String(message ?? error), code: typeof code === 'string' ? code : null };
}

/** A signal for when nothing has come for too long. */
function watchSilence(from: AbortSignal) {
  const controller = new AbortController();
  const stop = () => controller.abort(from.reason);
  const late = () => controller.abort(new Error('nothing came for 30 seconds'));
  from.addEventListener('abort', stop, { once: true });
  if (from.aborted) stop();
  let timer = setTimeout(late, silence);
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = setTimeout(late, silence);
    },
    end() {
      clearTimeout(timer);
      from.removeEventListener('abort', stop);
      controller.abort();
    },
  };
}
