import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type Connection, connectionFlags } from './connection-flags.ts';
import { findServer } from './find-server.ts';
import { call } from './server-api.ts';
import type { Terminal } from './transcript.ts';

interface Listed {
  name: string;
  created: string;
  lastUsed: string | null;
}

/** Tokens for those who publish. */
export function tokenCommand({ out, err }: Terminal): Command {
  const command = new Command('npm run token --').description(
    'Gives those who publish tokens of their own, and takes them back.\nNeeds the first token: UPLOAD_TOKEN, or the one kept in .upload-token.',
  );
  const verb = (usage: string, description: string) =>
    connectionFlags(command.command(usage).description(description));

  verb('add <name>', 'a new token, printed this once').action(
    async (name: string, flags: Connection) => {
      const server = await findServer(readConfig(), flags);
      const added = await call<{ name: string; token: string }>(server, '/api/tokens', { name });
      err(`The token of “${added.name}”. It is not kept and cannot be shown again:\n`);
      out(flags.json ? `${JSON.stringify(added)}\n` : `${added.token}\n`);
    },
  );
  verb('list', 'whose tokens there are, and when each was used last').action(
    async (flags: Connection) => {
      const server = await findServer(readConfig(), flags);
      const { tokens } = await call<{ tokens: Listed[] }>(server, '/api/tokens');
      out(flags.json ? `${JSON.stringify(tokens)}\n` : `${tokenTable(tokens).join('\n')}\n`);
    },
  );
  verb('revoke <name>', 'ends a token at once').action(async (name: string, flags: Connection) => {
    const server = await findServer(readConfig(), flags);
    const path = `/api/tokens/${encodeURIComponent(name)}`;
    const revoked = await call(server, path, undefined, 'DELETE');
    out(flags.json ? `${JSON.stringify(revoked)}\n` : `The token of “${name}” is revoked.\n`);
  });
  return command;
}

function tokenTable(tokens: readonly Listed[]): string[] {
  if (tokens.length === 0) return ['There is no token but the first.'];
  const width = Math.max(...tokens.map(({ name }) => name.length));
  return tokens.map(
    ({ name, created, lastUsed }) =>
      `${name.padEnd(width)}  made ${created}  ${lastUsed === null ? 'never used' : `last used ${lastUsed}`}`,
  );
}
