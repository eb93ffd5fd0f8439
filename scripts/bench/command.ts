import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { fromCaller, readConfig } from '../../src/config.ts';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { benchAlign } from './align.ts';
import type { Bench } from './bench.ts';
import { benchCrowd } from './crowd.ts';
import { benchFeed } from './feed.ts';
import { describeMachine } from './machine.ts';
import { benchMemory } from './memory.ts';
import { benchPage } from './page.ts';
import { printTable, type Table } from './print-table.ts';
import { benchPublish } from './publish.ts';
import { withScratch } from './scratch.ts';
import { benchSearch } from './search.ts';
import { benchServe } from './serve.ts';

const benches: Record<string, (bench: Bench) => Promise<Table>> = {
  publish: benchPublish,
  serve: benchServe,
  feed: benchFeed,
  search: benchSearch,
  crowd: benchCrowd,
  memory: benchMemory,
  page: benchPage,
  align: benchAlign,
};

export function benchCommand(built: Pick<Bench, 'server' | 'itself' | 'aligner'>): Command {
  return new Command('npm run bench --')
    .description(
      'Measures speed and memory of the built server, and its pages in a browser, each against something known, in one run.\nAbsolute figures are this machine’s; the ratios are what to compare.',
    )
    .addArgument(
      new Argument('[names...]', 'what to measure; everything where none is named').choices(
        Object.keys(benches),
      ),
    )
    .option('--minutes <n>', 'minutes of sound to publish and to align', wholeNumber, 10)
    .addOption(
      new Option('--episodes <n>', 'episodes of the large show')
        .argParser(wholeNumber)
        .default(null, '1000 for memory, 2000 for search, 5000 for feed, 100 for crowd'),
    )
    .option(
      '--speech <folder>',
      'real speech to align, with NAME.txt and NAME.truth.tsv beside each NAME.mp3; may be repeated',
      (folder: string, before: string[]) => [...before, fromCaller(folder)],
      [],
    )
    .option('--long', 'align recordings of one and of four hours, too', false)
    .option('--json', 'print the figures as JSON')
    .action(async (names: string[], { json, ...size }: Options) => {
      const ffmpeg = await findFfmpeg(readConfig().ffmpegPath);
      const machine = describeMachine(ffmpeg);
      if (!json) process.stdout.write(`${machine}\n`);
      const tables: Table[] = [];
      for (const [name, run] of Object.entries(benches)) {
        if (names.length > 0 && !names.includes(name)) continue;
        const say = (line: string) => process.stderr.write(`${name}: ${line}\n`);
        const table = await withScratch((scratch) =>
          run({ ...built, ...size, ffmpeg, scratch, say }),
        );
        if (!json) process.stdout.write(`\n${printTable(table)}`);
        tables.push(table);
      }
      if (json) process.stdout.write(`${JSON.stringify({ machine, tables }, null, 2)}\n`);
    });
}

interface Options {
  minutes: number;
  episodes: number | null;
  speech: string[];
  long: boolean;
  json?: boolean;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('Give a whole number above 0.');
}
