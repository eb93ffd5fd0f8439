import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { layoutOf } from '../store/layout.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Where the server is and how to be let in: what the command says, else the settings the server itself
 * reads, else the token it keeps on this machine.
 *
 * @throws AlongsideError `unauthorized` where there is no token to be found
 */
export async function findServer(
  config: Config,
  given: { server?: string | undefined; token?: string | undefined },
): Promise<ServerApi> {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const url = (given.server ?? `http://${host}:${config.port}`).replace(/\/+$/, '');
  if (!/^https?:\/\//.test(url)) {
    throw new AlongsideError('setting_invalid', `“${url}” is not the address of a server.`, {
      remedy: 'Give --server as http://… or https://….',
    });
  }
  const token = given.token ?? config.uploadToken ?? (await keptHere(config));
  if (token) return { url, token };
  throw new AlongsideError('unauthorized', 'There is no upload token.', {
    remedy:
      'Give it with --token or UPLOAD_TOKEN. On the server’s own machine it is found in .upload-token in EPISODES_DIR, once the server has started.',
  });
}

async function keptHere(config: Config): Promise<string> {
  const text = await readFile(layoutOf(config.episodesDir).tokenFile, 'utf8').catch(() => '');
  return text.trim();
}
