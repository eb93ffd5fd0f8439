import { runCommand } from '../src/cli/run-command.ts';
import { tokenCommand } from '../src/cli/token.ts';

await runCommand(async () => {
  await tokenCommand({
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }).parseAsync();
});
