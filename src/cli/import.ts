import { Command, InvalidArgumentError } from 'commander';
import { fromCaller, readConfig } from '../config.ts';
import { connectionFlags } from './connection-flags.ts';
import { type ImportOptions, importFeed } from './import/import-feed.ts';

export function importCommand(): Command {
  const command = new Command('npm run import --')
    .description(
      'Brings a podcast over from its feed: recordings, covers, notes, chapters, people, transcripts and GUIDs.\nRun again it goes on where it broke off, and brings what has changed in the old feed since.',
    )
    .argument('<feed>', 'address of the old feed, or a file with it')
    .option('--only-new', 'leave episodes alone that are here, even where the old feed has changed')
    .option('--limit <number>', 'only so many episodes, the newest', wholeNumber)
    .option('--replace-show', 'bring the show’s own data even where the server has a show already')
    .option('--keep <dir>', 'download to this folder, and leave the files there', fromCaller)
    .option('--dry-run', 'say what would come, send nothing')
    .action(async (feed: string, options: ImportOptions) => {
      const interrupt = () => {
        process.stderr.write(
          '\nStopped. What has come is kept; the same command goes on from there.\n',
        );
        process.exit(130);
      };
      process.once('SIGINT', interrupt);
      try {
        const whole = await importFeed(feed, options, readConfig(), {
          out: (line) => process.stdout.write(`${line}\n`),
          err: (line) => process.stderr.write(`${line}\n`),
          signal: new AbortController().signal,
        });
        if (!whole) process.exitCode = 1;
      } finally {
        process.off('SIGINT', interrupt);
      }
    });
  return connectionFlags(command);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is not a whole number above 0.');
}
