import { backupCommand } from '../src/cli/backup.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  await backupCommand().parseAsync();
});
