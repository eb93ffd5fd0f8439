import { readFile } from 'node:fs/promises';
import { addressOf, type Config, tokenRule } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { layoutOf } from '../store/layout.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Where the server is and how to be let in: what the command says, else the settings the server itself
 * reads, else the token it keeps on this machine.
 *
 * @throws AlongsideError `unauthorized` where there is no token to be found, `setting_invalid` where the
 *   address or the token cannot be one
 */
export async function findServer(
  config: Config,
  given: { server?: string | undefined; token?: string | undefined },
): Promise<ServerApi> {
  const url = (given.server ?? addressOf(config)).replace(/\/+$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new AlongsideError('setting_invalid', `“${url}” is not the address of a server.`, {
      remedy: 'Give --server as http://… or https://….',
    });
  }
  const token = given.token ?? config.uploadToken ?? (await keptHere(config));
  if (token && !tokenRule.pattern.test(token)) {
    throw new AlongsideError('setting_invalid', `The upload token ${tokenRule.problem}.`, {
      remedy: 'Give --token exactly as the server has it in UPLOAD_TOKEN or .upload-token.',
    });
  }
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
