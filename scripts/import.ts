import { importCommand } from '../src/cli/import.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  await importCommand().parseAsync();
});
