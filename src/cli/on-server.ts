import { readConfig } from '../config.ts';
import type { Connection } from './connection-flags.ts';
import { findServer } from './find-server.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Sending } from './sending.ts';

/** What a command says of what it did: a line for people, or more, and the same for programs. */
export interface Said {
  text: string;
  json: object;
}

/** Does something on the server, with progress on stderr, and prints what came of it on stdout. */
export async function onServer(
  connection: Connection,
  work: (sending: Required<Sending>) => Promise<Said>,
) {
  const bar = createProgressBar();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const interrupt = () => {
    bar.stop();
    say('Stopped. What the server has is kept; the same command goes on from there.');
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  try {
    const server = await findServer(readConfig(), connection);
    const { text, json } = await work({ server, bar, say });
    bar.end();
    const printed = connection.json ? JSON.stringify(json) : text;
    if (printed !== '') process.stdout.write(`${printed}\n`);
  } finally {
    process.off('SIGINT', interrupt);
    bar.stop();
  }
}
