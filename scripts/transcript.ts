import { runCommand } from '../src/cli/run-command.ts';
import { transcriptCommand } from '../src/cli/transcript.ts';

await runCommand(async () => {
  process.exitCode = await transcriptCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
});
