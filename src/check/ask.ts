import { isWebAddress, parseAddress } from './addresses.ts';

/** A request of the gate's. */
export interface Question {
  method?: 'GET' | 'HEAD';
  headers?: Record<string, string>;
  /** Bytes of the answer that are read at most; what comes after them is left. */
  most?: number;
  /** Deadline for the whole of it. */
  seconds?: number;
  /** Takes the bytes of a successful answer one piece after another, where they are too many to hold. */
  onBytes?: (bytes: Uint8Array) => Promise<unknown>;
}

export interface Answer {
  /** Where it came from in the end. */
  url: string;
  status: number;
  headers: Headers;
  /** Unpacked, at most as many bytes as were asked for. */
  body: Uint8Array;
  /** Whether that is all there was. */
  whole: boolean;
  redirects: number;
}

/** Why there was no answer. */
export interface Silence {
  cause: 'certificate' | 'redirects' | 'connection';
  /** As in “It cannot be fetched: …”. */
  reason: string;
}

/** Asks for an address; never throws but where the whole check is stopped. */
export type Ask = (url: string, question?: Question) => Promise<Answer | Silence>;

const mostRedirects = 10;
const usualBytes = 1 << 20;
const usualSeconds = 30;

export function isAnswer(result: Answer | Silence): result is Answer {
  return 'status' in result;
}

/**
 * Asks over the network, following redirects by hand so that they are counted.
 *
 * @param reachedAt where an address is to be asked for, if not there: behind a proxy, a server's own
 *   addresses may lead nowhere
 */
export function createAsk({
  signal,
  reachedAt = (url) => url,
}: {
  signal?: AbortSignal | undefined;
  reachedAt?: (url: string) => string;
} = {}): Ask {
  return async (url, question = {}) => {
    const deadline = AbortSignal.timeout((question.seconds ?? usualSeconds) * 1000);
    const until = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      return await follow(url, question, until, reachedAt);
    } catch (error) {
      signal?.throwIfAborted();
      return silence(error, deadline.aborted, question.seconds ?? usualSeconds);
    }
  };
}

async function follow(
  url: string,
  { method = 'GET', headers = {}, most = usualBytes, onBytes }: Question,
  signal: AbortSignal,
  reachedAt: (url: string) => string,
): Promise<Answer | Silence> {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!isWebAddress(at)) {
      return { cause: 'connection', reason: 'it is not an http or https address' };
    }
    const response = await fetch(reachedAt(at), {
      method,
      headers: { 'user-agent': 'Alongside (checks feeds)', ...headers },
      redirect: 'manual',
      signal,
    });
    const next = response.headers.get('location');
    if (next === null || ![301, 302, 303, 307, 308].includes(response.status)) {
      const { bytes, whole } = await read(response, most, response.ok ? onBytes : undefined);
      const { status } = response;
      return { url: at, status, headers: response.headers, body: bytes, whole, redirects };
    }
    await response.body?.cancel();
    at = parseAddress(next, at)?.href ?? '';
  }
  return { cause: 'redirects', reason: `it redirects more than ${mostRedirects} times` };
}

async function read(response: Response, most: number, onBytes: Question['onBytes']) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    const taken = value.subarray(0, most - size);
    if (onBytes) await onBytes(taken);
    else chunks.push(taken);
    size += taken.length;
    if (taken.length < value.length) {
      await reader.cancel();
      return { bytes: Buffer.concat(chunks), whole: false };
    }
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}

function silence(error: unknown, late: boolean, seconds: number): Silence {
  if (late) return { cause: 'connection', reason: `it took longer than ${seconds} seconds` };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const certificate = /CERT|_TLS_|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|EPROTO|_SSL_/.test(code);
  return { cause: certificate ? 'certificate' : 'connection', reason: message || code };
}
