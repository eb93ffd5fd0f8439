import { restoreCommand } from '../src/cli/restore.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  await restoreCommand().parseAsync();
});
