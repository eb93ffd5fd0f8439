import { join } from 'node:path';
import { alignCommand } from '../src/cli/align.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { acousticModel } from '../src/store/acoustic-model.ts';

const built = join(import.meta.dirname, '..');

await runCommand(async () => {
  const aligner = {
    workerFile: join(built, 'align-worker.js'),
    model: acousticModel(join(built, 'model', 'cmu-en-us.bin')),
  };
  await alignCommand(aligner, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }).parseAsync();
});
