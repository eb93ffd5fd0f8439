import { inviteCommand } from '../src/cli/invite.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  await inviteCommand({
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }).parseAsync();
});
