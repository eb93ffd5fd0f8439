import { AlongsideError } from '../episode/error.ts';

/**
 * Nobody answers at an address. Why is named wherever it is more than a refused connection.
 *
 * @param cause what fetch or tus threw; the system's own code lies somewhere in its chain of causes
 */
export function unreachable(url: string, cause: unknown): AlongsideError {
  const code = codeIn(cause);
  const [why, remedy] = (code !== null && explain(code)) || [null, atHome];
  const message =
    why === null ? `There is no server at ${url}.` : `${url} cannot be reached: ${why} (${code}).`;
  return new AlongsideError('server_unreachable', message, { remedy }, cause);
}

/** A proxy answers at an address, and says that the server behind it does not. */
export function behindProxy(url: string, status: number): AlongsideError {
  return new AlongsideError(
    'server_unreachable',
    `The server behind ${url} does not answer; the proxy in front of it says ${status}.`,
    { remedy: 'Start the server, or correct where the proxy looks for it.' },
  );
}

const atHome = 'Start it with npm start, or say where it is with --server.';
const checkAddress = 'Check the address given with --server.';
const checkNetwork = 'Check the network, then run the same command again; it goes on from there.';
const checkCertificate =
  'Renew or correct the server’s certificate; one of your own authority is trusted with NODE_EXTRA_CA_CERTS.';

/** Why, and what to do; null where the connection was plainly refused. */
function explain(code: string): [why: string, remedy: string] | null {
  if (code === 'ECONNREFUSED') return null;
  if (code === 'ENOTFOUND') return ['its name is not known', checkAddress];
  if (code === 'EAI_AGAIN') return ['names cannot be looked up right now', checkNetwork];
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return ['no way leads there', checkNetwork];
  if (/TIMEDOUT|TIMEOUT/.test(code)) return ['it took too long', checkNetwork];
  if (/CERT|SIGNATURE|ISSUER/.test(code))
    return ['its certificate does not hold', checkCertificate];
  if (/SSL|EPROTO/.test(code)) return ['it does not speak HTTPS there', checkAddress];
  return ['the connection broke', checkNetwork];
}

function codeIn(error: unknown): string | null {
  // tus calls what caused its error by a name of its own.
  const { code, cause, causingError } = (error ?? {}) as Record<string, unknown>;
  if (typeof code === 'string') return code;
  const deeper = cause ?? causingError;
  return deeper === undefined || deeper === null ? null : codeIn(deeper);
}
