import { lstat, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { Command } from 'commander';
import { fromCaller, npmPrintsFirst, readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { saveBackup } from '../store/backup/save-backup.ts';
import { type BackupContents, verifyBackup } from '../store/backup/verify-backup.ts';
import { type BackedUp, bytesToBackUp, writeBackup } from '../store/backup/write-backup.ts';
import { createProgressBar } from './progress-bar.ts';

interface BackupOptions {
  verify?: boolean;
  json?: boolean;
}

/** `npm run backup`: the whole show as one tar archive, while the server runs or not. */
export function backupCommand(): Command {
  return new Command('npm run backup --')
    .description(
      'Writes the whole show, as it lies in EPISODES_DIR, into one tar archive with a list of checksums.\nThe server may be running. Keep the file as safe as the server: it opens every draft.',
    )
    .argument('<file>', 'where to write it; - prints it', (path: string) =>
      path === '-' ? path : fromCaller(path),
    )
    .option('--verify', 'write nothing: read this backup and compare it with its checksums')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: BackupOptions) =>
      options.verify ? verify(file, options) : backUp(file, options),
    );
}

async function backUp(file: string, { json }: BackupOptions) {
  const { episodesDir } = readConfig();
  await checkShow(episodesDir);
  if (file === '-') checkStdout();
  else await checkTarget(file, episodesDir);
  const all = await bytesToBackUp(episodesDir);
  const bar = createProgressBar();
  const onBytes = (bytes: number) => bar.show('Backing up', Math.min(1, bytes / Math.max(1, all)));
  let done: BackedUp;
  try {
    done =
      file === '-'
        ? await writeBackup(episodesDir, process.stdout, onBytes)
        : await saveBackup(episodesDir, file, onBytes);
    bar.end();
  } finally {
    bar.stop();
  }
  for (const warning of done.warnings) process.stderr.write(`${warning}\n`);
  const { whole, warnings, ...counted } = done;
  const print = file === '-' ? process.stderr : process.stdout;
  print.write(
    json
      ? `${JSON.stringify({ file, ...counted, whole, warnings })}\n`
      : `${file === '-' ? 'The backup' : file} has ${countOf(counted)}.\n`,
  );
  if (!whole) process.exitCode = 1;
}

async function verify(file: string, { json }: BackupOptions) {
  const contents = await verifyWithBar(file);
  const { files, bytes, units } = contents;
  const slugs = units.filter(({ kind }) => kind === 'episode').map(({ path }) => path);
  process.stdout.write(
    json
      ? `${JSON.stringify({ file, whole: true, episodes: slugs, files, bytes })}\n`
      : `${file} is whole: ${countOf({ episodes: slugs.length, files, bytes })}.\n`,
  );
}

/** Reads a backup through, with a bar. */
export async function verifyWithBar(file: string): Promise<BackupContents> {
  const size = (await lstat(file).catch(() => null))?.size ?? 0;
  const bar = createProgressBar();
  try {
    const contents = await verifyBackup(file, (read) =>
      bar.show('Reading the backup', read / Math.max(1, size)),
    );
    bar.end();
    return contents;
  } finally {
    bar.stop();
  }
}

function countOf({ episodes, files, bytes }: { episodes: number; files: number; bytes: number }) {
  return `${episodes} ${episodes === 1 ? 'episode' : 'episodes'}, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

async function checkShow(episodesDir: string) {
  if ((await lstat(episodesDir).catch(() => null)) !== null) return;
  throw new AlongsideError(
    'setting_invalid',
    `EPISODES_DIR is ${episodesDir}, which is not there.`,
    {
      remedy: 'Set it, in the environment or in .env, to the folder that the show lies in.',
    },
  );
}

/** What npm prints before a command runs would stand before the archive. */
function checkStdout() {
  if (!npmPrintsFirst()) return;
  throw new AlongsideError('request_invalid', 'npm has printed something before the backup.', {
    remedy: 'Run it as `npm run -s backup -- -`, so that the backup is all that is printed.',
  });
}

async function checkTarget(file: string, episodesDir: string) {
  const folder = await realpath(dirname(file)).catch(() => null);
  if (folder === null) {
    throw invalid(`There is no folder ${dirname(file)}.`, 'Make it, or name another file.');
  }
  if (`${folder}${sep}`.startsWith(`${await realpath(episodesDir)}${sep}`)) {
    throw invalid(
      'The backup would lie in the folder that it backs up.',
      'Name a file elsewhere, best on another disk.',
    );
  }
  if ((await lstat(file).catch(() => null))?.isDirectory()) {
    throw invalid(`${file} is a folder.`, 'Name a file in it.');
  }
}

function invalid(message: string, remedy: string): AlongsideError {
  return new AlongsideError('request_invalid', message, { remedy });
}
