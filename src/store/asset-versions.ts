import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './hash-file.ts';

/** A short hash of every file in a folder by its name. */
export async function assetVersions(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return Object.fromEntries(
    await Promise.all(
      files.map(async (name) => [name, hashOf(await readFile(join(folder, name))).slice(0, 10)]),
    ),
  );
}
