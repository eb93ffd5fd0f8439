import { lstat, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder that its test removes. */
export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'alongside-backup-'));
}

/** Writes files by their names, all with a date that has milliseconds. */
export async function putFiles(root: string, files: Record<string, string | Uint8Array>) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await utimes(path, 1_700_000_000.123, 1_700_000_000.123);
  }
}

/** Contents and dates, in ms, of all files of a folder, by name. */
export async function treeOf(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs } = await lstat(path);
    return [
      path.slice(root.length + 1),
      `${await readFile(path, 'latin1')} ${Math.round(mtimeMs)}`,
    ];
  });
  return Object.fromEntries((await Promise.all(read)).sort()) as Record<string, string>;
}

export async function removeFolder(path: string) {
  await rm(path, { recursive: true, force: true });
}

/** A show that has something of everything; the manifests are no real ones. */
export const everything = {
  'show.yaml': 'title: A show\n',
  'people.yaml': '',
  'cover.jpg': new Uint8Array([1, 2, 3]),
  'talk/recording.mp3': 'sound'.repeat(1000),
  'talk/episode.json': '{}',
  'talk/history/transcript-1.txt': 'before',
  'talk/published/manifest.json': '{"names":"audio"}',
  'talk/published/audio-1.mp3': 'sound'.repeat(1000),
  'zwei/Gespräch 对话 \\ שיחה\nб.wav': 'x',
  [`zwei/${'long'.repeat(60)}.txt`]: 'a long name',
  '.show.json': '{"guid":"1"}',
  '.public.json': '{}',
  '.tokens.json': '[]',
  '.invites.json': '[]',
  '.outbox/1.json': '{}',
  '.removed/old~1700000000000/recording.mp3': 'old',
  '.incoming/jobs/one/job.json': '{"slug":"new-talk","isNew":true}',
  '.incoming/jobs/one/folder/recording.mp3': 'new',
};

/** What no backup has. */
export const leftOut = {
  '.upload-token': 'secret',
  '.incoming/uploads/abc': 'half',
  'talk/published/.tmp-0123456789ab.audio.mp3': 'half',
  '.DS_Store': 'x',
};
