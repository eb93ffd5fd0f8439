import { runCommand } from '../src/cli/run-command.ts';
import { uploadCommand } from '../src/cli/upload.ts';

await runCommand(async () => {
  await uploadCommand().parseAsync();
});
