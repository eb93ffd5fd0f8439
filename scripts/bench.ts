import { join } from 'node:path';
import { runCommand } from '../src/cli/run-command.ts';
import { serveBare } from './bench/bare-server.ts';
import { benchCommand } from './bench/command.ts';

// What the server is compared with needs a process of its own; this file is its entry as well.
const [, , name, answers] = process.argv;
if (name === 'bare-server' && answers !== undefined) {
  await serveBare(answers);
} else {
  await runCommand(async () => {
    await benchCommand({
      server: join(import.meta.dirname, '..', 'main.js'),
      aligner: join(import.meta.dirname, 'align.js'),
      itself: join(import.meta.dirname, 'bench.js'),
    }).parseAsync();
  });
}
