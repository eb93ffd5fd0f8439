import { checkCommand } from '../src/cli/check.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  process.exitCode = await checkCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
});
