import { execFile } from 'node:child_process';
import { appendFile, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planRestore } from '../../../src/store/backup/plan-restore.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { saveBackup } from '../../../src/store/backup/save-backup.ts';
import { verifyBackup } from '../../../src/store/backup/verify-backup.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { layoutOf } from '../../../src/store/layout.ts';
import { codeOf } from '../../media/workbench.ts';
import { everything, leftOut, newFolder, putFiles, removeFolder, treeOf } from './made-show.ts';

const run = promisify(execFile);
let folder: string;
let show: string;
let file: string;
let elsewhere: string;

beforeEach(async () => {
  folder = await newFolder();
  [show, file, elsewhere] = [
    join(folder, 'show'),
    join(folder, 'b.tar'),
    join(folder, 'elsewhere'),
  ];
  await putFiles(show, { ...everything, ...leftOut });
});
afterEach(() => removeFolder(folder));

const save = () => saveBackup(show, file, () => {});

async function restore({
  slugs = null as string[] | null,
  overwrite = false,
  to = elsewhere,
} = {}) {
  await putFiles(to, { '.incoming/nothing': '' });
  const planned = await planRestore(to, await verifyBackup(file), { slugs, overwrite });
  await restoreBackup(layoutOf(to), file, planned, {
    now: new Date(1_800_000_000_000),
  });
  await rm(join(to, '.incoming', 'nothing'));
  return { fates: Object.fromEntries(planned.map(({ path, fate }) => [path, fate])) };
}

/** What is written to the archive, and what happens once so much has been written. */
function sinkThat(happens: () => Promise<unknown>, after: number) {
  const parts: Buffer[] = [];
  let [bytes, done] = [0, false];
  const sink = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, next) {
      parts.push(chunk);
      bytes += chunk.length;
      if (done || bytes < after) return next();
      done = true;
      happens().then(() => next(), next);
    },
  });
  return { sink, bytes: () => Buffer.concat(parts) };
}

describe('a backup', () => {
  test('brings everything back, to the millisecond and in any script, and nothing else', async () => {
    expect(await save()).toMatchObject({ episodes: 2, whole: true, warnings: [] });
    await restore();
    await putFiles(
      folder,
      Object.fromEntries(Object.entries(everything).map(([n, c]) => [`only/${n}`, c])),
    );
    expect(await treeOf(elsewhere)).toEqual(await treeOf(join(folder, 'only')));
  });

  test('is a tar archive that other programs read, and sha256sum verifies', async () => {
    await save();
    await putFiles(elsewhere, { x: '' });
    await run('tar', ['-xf', file, '-C', elsewhere]);
    await run('sha256sum', ['--check', '--strict', 'CHECKSUMS'], { cwd: elsewhere });
    const { stdout } = await run('tar', ['-tf', file]);
    expect(stdout.trim().split('\n').at(-1)).toBe('CHECKSUMS');
    const names = stdout.split('\n').filter((name) => name.startsWith('talk/'));
    expect(names.at(-1)).toBe('talk/published/manifest.json');
  });

  test('leaves links out, and says so', async () => {
    await symlink('/etc/hostname', join(show, 'talk', 'secret.txt'));
    expect(await save()).toMatchObject({
      whole: true,
      warnings: [expect.stringMatching(/^talk\/secret.txt is a link/)],
    });
  });

  test('has a file that grows or shrinks while it is read as it is afterwards', async () => {
    const [big, other] = [join(show, 'a-talk/recording.wav'), join(show, 'b-talk/recording.wav')];
    await putFiles(show, {
      'a-talk/recording.wav': Buffer.alloc(3 << 20),
      'b-talk/recording.wav': Buffer.alloc(3 << 20),
    });
    const { sink, bytes } = sinkThat(async () => {
      await appendFile(big, 'more');
      await truncate(other, 5);
    }, 1 << 20);
    expect(await writeBackup(show, sink)).toMatchObject({ whole: true, warnings: [] });
    await writeFile(file, bytes());
    await restore();
    expect((await readFile(join(elsewhere, 'a-talk/recording.wav'))).length).toBe((3 << 20) + 4);
    expect((await readFile(join(elsewhere, 'b-talk/recording.wav'))).length).toBe(5);
  });

  test('leaves out what never keeps still, says so, and is good for all the rest', async () => {
    const big = join(show, 'a-talk/recording.wav');
    await putFiles(show, {
      'a-talk/recording.wav': Buffer.alloc(3 << 20),
      'a-talk/transcript.txt': 'x',
    });
    let size = 3 << 20;
    const sink = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, next) {
        size -= 10;
        Promise.all([truncate(big, size), appendFile(file, chunk)]).then(() => next(), next);
      },
    });
    const result = await writeBackup(show, sink);
    expect(result.whole).toBe(false);
    expect(result.warnings).toEqual([
      'a-talk/recording.wav was left out: it changed while it was read.',
    ]);
    const { units } = await verifyBackup(file);
    const unit = units.find(({ path }) => path === 'a-talk');
    expect([...(unit?.files.keys() ?? [])]).toEqual(['a-talk/transcript.txt']);
  });

  test('has an episode once that is renamed meanwhile, under its new name', async () => {
    await putFiles(show, { 'a-talk/recording.wav': Buffer.alloc(3 << 20), 'a-talk/x.txt': 'x' });
    const { sink, bytes } = sinkThat(
      () => rename(join(show, 'a-talk'), join(show, 'z-talk')),
      1 << 20,
    );
    expect(await writeBackup(show, sink)).toMatchObject({ whole: true });
    await writeFile(file, bytes());
    const { units } = await verifyBackup(file);
    expect(units.map(({ path }) => path).filter((path) => path.endsWith('-talk'))).toEqual([
      'z-talk',
    ]);
  });

  test('fails as its disk does', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const sink = new Writable({ write: (_chunk, _encoding, next) => next(full) });
    expect(await codeOf(writeBackup(show, sink))).toBe('ENOSPC');
  });
});

describe('a restore', () => {
  test.each([
    ['whose bytes have changed', (bytes: Buffer) => bytes.fill(0x21, 2048, 2049)],
    ['whose end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['whose last entry is missing', (bytes: Buffer) => bytes.subarray(0, 512 * 3)],
    ['that is something else', () => Buffer.from('not a tar archive '.repeat(100))],
    ['that is empty', () => Buffer.alloc(0)],
  ])('of a backup %s writes nothing', async (_what, spoil) => {
    await save();
    await writeFile(file, spoil(await readFile(file)));
    expect(await codeOf(verifyBackup(file))).toBe('backup_unreadable');
  });

  test.each([
    ['leads out of the folder', ['-C', 'x', '--transform=s,^,../,', '--absolute-names', 'evil']],
    ['is absolute', ['-C', 'x', '--transform=s,^,/tmp/,', '--absolute-names', 'evil']],
    ['is a link', ['-C', 'x', 'link']],
  ])('of an archive with a name that %s writes nothing', async (_what, args) => {
    await putFiles(join(folder, 'x'), { evil: 'evil' });
    await symlink('/etc', join(folder, 'x', 'link'));
    const name = args.includes('link')
      ? 'link'
      : args.some((arg) => arg.includes('/tmp'))
        ? '/tmp/evil'
        : '../evil';
    const { stdout } = await run('sha256sum', ['evil'], { cwd: join(folder, 'x') });
    await putFiles(join(folder, 'x'), { CHECKSUMS: stdout.replace('evil', name) });
    await run('tar', ['-cf', file, ...args], { cwd: folder });
    await run('tar', ['-rf', file, '-C', 'x', 'CHECKSUMS'], { cwd: folder });
    expect(await codeOf(verifyBackup(file))).toBe('backup_unreadable');
  });

  test('leaves alone what is there, and replaces it when it is told to', async () => {
    await save();
    await putFiles(elsewhere, { 'talk/recording.mp3': 'newer', 'show.yaml': 'title: Mine\n' });
    const first = await restore();
    expect(first.fates).toMatchObject({ talk: 'kept', 'show.yaml': 'kept', zwei: 'new' });
    expect(await readFile(join(elsewhere, 'talk/recording.mp3'), 'utf8')).toBe('newer');
    const second = await restore({ overwrite: true });
    expect(second.fates).toMatchObject({ talk: 'replaced', 'show.yaml': 'replaced', zwei: 'same' });
    const kept = join(elsewhere, '.removed');
    expect(await readFile(join(kept, 'talk~1800000000000/recording.mp3'), 'utf8')).toBe('newer');
    expect(await readFile(join(kept, 'show.yaml~1800000000000'), 'utf8')).toBe('title: Mine\n');
  });

  test('that broke off goes on, and clears away what it had begun', async () => {
    await save();
    await restore();
    await rm(join(elsewhere, 'zwei'), { recursive: true });
    // No process has this number: Linux gives none above four million.
    await putFiles(elsewhere, { '.incoming/restore-99999999/zwei/recording.mp3': 'half' });
    const { fates } = await restore({ overwrite: true });
    expect(fates).toMatchObject({ talk: 'same', 'show.yaml': 'same', zwei: 'new' });
    expect(Object.values(fates).filter((fate) => fate !== 'same')).toHaveLength(1);
    expect(Object.keys(await treeOf(elsewhere)).join()).not.toContain('restore-');
  });

  test('of some episodes brings those alone', async () => {
    await save();
    await restore({ slugs: ['talk'] });
    const names = Object.keys(await treeOf(elsewhere));
    expect(names.filter((name) => !name.startsWith('talk/'))).toEqual([]);
    expect(names).toContain('talk/published/manifest.json');
  });
});
