import { runCommand } from '../src/cli/run-command.ts';
import { statusCommand } from '../src/cli/status.ts';

await runCommand(async () => {
  await statusCommand().parseAsync();
});
