import { episodeCommand } from '../src/cli/episode.ts';
import { runCommand } from '../src/cli/run-command.ts';

await runCommand(async () => {
  await episodeCommand().parseAsync();
});
