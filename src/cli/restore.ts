import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { fromCaller, readConfig } from '../config.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Fate, type Planned, planRestore } from '../store/backup/plan-restore.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import type { BackupContents } from '../store/backup/verify-backup.ts';
import { layoutOf } from '../store/layout.ts';
import { verifyWithBar } from './backup.ts';
import { createProgressBar } from './progress-bar.ts';

interface RestoreOptions {
  slug: string[];
  overwrite?: boolean;
  dryRun?: boolean;
}

/** `npm run restore`: puts a backup, or some of its episodes, into the show's folder. */
export function restoreCommand(): Command {
  return new Command('npm run restore --')
    .description(
      'Puts what a backup holds into EPISODES_DIR, after all of it has been compared with its\nchecksums. What is there already is left alone. Run again it goes on where it\nbroke off. The server may be running.',
    )
    .argument('<file>', 'a backup that `npm run backup` wrote', fromCaller)
    .option('--slug <slug>', 'only this episode; may be given again', collect, [])
    .option('--overwrite', 'replace what is there; an episode that makes room is kept for 30 days')
    .option('--dry-run', 'say what would be done, and do nothing')
    .action((file: string, options: RestoreOptions) => restore(file, options));
}

async function restore(file: string, { slug, overwrite = false, dryRun = false }: RestoreOptions) {
  const layout = layoutOf(readConfig().episodesDir);
  const contents = await verifyWithBar(file);
  checkSlugs(slug, contents, file);
  const slugs = slug.length === 0 ? null : slug;
  const planned = await planRestore(layout.root, contents, { slugs, overwrite });
  if (dryRun) {
    for (const unit of planned) tell(unit, wouldBe);
    return;
  }
  await mkdir(layout.root, { recursive: true });
  await putWithBar(layout, file, planned, contents.bytes);
  for (const unit of planned) tell(unit, was);
  const isRead = ({ kind, path }: Planned) => kind === 'order' || path.startsWith('.');
  if (planned.some((unit) => isRead(unit) && ['new', 'replaced'].includes(unit.fate))) {
    process.stderr.write(
      'If the server is running, restart it: it reads some of this at its start.\n',
    );
  }
}

async function putWithBar(
  layout: ReturnType<typeof layoutOf>,
  file: string,
  planned: Planned[],
  all: number,
) {
  const bar = createProgressBar();
  try {
    await restoreBackup(layout, file, planned, {
      onBytes: (bytes) => bar.show('Restoring', Math.min(1, bytes / Math.max(1, all))),
      now: new Date(),
    });
    bar.end();
  } finally {
    bar.stop();
  }
}

type Words = Record<Fate, (unit: Planned) => string>;

const outdated = 'not brought back: the episode is not as it was then';
const asBackedUp = () => 'is there as in the backup';

const wouldBe: Words = {
  new: () => 'would be put there',
  replaced: (unit) => `would replace ${replaced(unit)}`,
  same: asBackedUp,
  kept: () => 'is there and would be left alone; --overwrite replaces it',
  moved: ({ to }) => `is “${to}” now and would be left alone; --overwrite replaces it there`,
  taken: ({ to }) => `would be left out: “${to}” is the address of another episode now`,
  done: () => 'was carried out since and would not be brought back',
  outdated: () => `would be ${outdated}`,
};

const was: Words = {
  new: () => 'was put there',
  replaced: (unit) => `replaced ${replaced(unit)}`,
  same: asBackedUp,
  kept: () => 'was left alone: there is one, and --overwrite would replace it',
  moved: ({ to }) => `was left alone: it is “${to}” now, and --overwrite would replace it there`,
  taken: ({ to }) => `was left out: “${to}” is the address of another episode now`,
  done: () => 'was carried out since and was not brought back',
  outdated: () => `was ${outdated}`,
};

function replaced({ path, to }: Planned): string {
  return to === path ? 'what is there' : `“${to}”, which it is now; its addresses stay`;
}

function tell(unit: Planned, words: Words) {
  const { path, whose } = unit;
  const name = whose.order === null ? path : `The order for “${whose.order.slug}”`;
  process.stdout.write(`${name} ${words[unit.fate](unit)}\n`);
}

function checkSlugs(slugs: string[], { units }: BackupContents, file: string) {
  const missing = slugs.filter(
    (slug) => !units.some(({ kind, path }) => kind === 'episode' && path === slug),
  );
  if (missing.length === 0) return;
  const named = missing.map((slug) => `“${slug}”`).join(', ');
  throw new AlongsideError('episode_not_found', `The backup has no episode ${named}.`, {
    file,
    remedy: 'With --dry-run, and without --slug, everything in it is listed.',
  });
}

function collect(slug: string, before: string[]): string[] {
  return [...before, slug];
}
