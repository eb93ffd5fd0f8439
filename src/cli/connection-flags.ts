import type { Command } from 'commander';

/** How a command finds the server, and how it prints what came of it. */
export interface Connection {
  server?: string;
  token?: string;
  json?: boolean;
}

export function connectionFlags(command: Command): Command {
  return command
    .option('--server <url>', 'else HOST and PORT as the server reads them')
    .option('--token <token>', 'else UPLOAD_TOKEN, else the one kept in EPISODES_DIR')
    .option('--json', 'print the result as JSON');
}
