import { checksumsName, parseChecksums } from './checksums.ts';
import { notOurs, readArchive } from './read-archive.ts';
import type { Stamp } from './read-steadily.ts';
import { type Unit, unitOf } from './units.ts';
import { saysWhose, type Whose, whoseIs } from './whose.ts';

/** What a backup holds, when all of it is as it was backed up. */
export interface BackupContents {
  /** In the order of the archive. */
  units: BackedUpUnit[];
  files: number;
  /** Of the files. */
  bytes: number;
}

export type BackedUpUnit = Unit & { files: Map<string, BackedUpFile>; whose: Whose };

export interface BackedUpFile {
  stamp: Stamp;
  /** Hex. */
  sha256: string;
}

/** A list of a hundred thousand files; more is no list. */
const mostOfList = 64 << 20;

/** What was decided about an episode, or is asked for; what is larger than this says nothing. */
const mostSaid = 4 << 20;

/**
 * Reads a backup whole and compares every file with the list at its end.
 *
 * @throws AlongsideError `file_not_found`, `backup_unreadable`
 */
export async function verifyBackup(
  path: string,
  onBytes?: (bytes: number) => void,
): Promise<BackupContents> {
  const found = new Map<string, BackedUpFile>();
  const said = new Map<string, string>();
  let list: string | null = null;
  await readArchive(path, {
    onBytes,
    async onFile({ name, stamp }, chunks, sha256) {
      if (list !== null) throw notOurs(path, `${name} stands behind the list of its files.`);
      if (name === checksumsName) {
        if (stamp.bytes > mostOfList) throw notOurs(path, 'The list of its files is far too long.');
        list = await textOf(chunks);
        return;
      }
      const unit = unitOf(name);
      if (unit !== null && saysWhose(unit) === name && stamp.bytes <= mostSaid) {
        said.set(name, await textOf(chunks));
      }
      for await (const _chunk of chunks);
      // What was begun anew stands there twice; the later one counts.
      found.set(name, { stamp, sha256: await sha256 });
    },
  });
  const sums = list === null ? null : parseChecksums(list);
  if (sums === null) {
    throw notOurs(
      path,
      'The backup ends in the middle, or it is none: it has no list of its files.',
    );
  }
  return contentsOf(sums, found, said, path);
}

function contentsOf(
  sums: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, BackedUpFile>,
  said: ReadonlyMap<string, string>,
  path: string,
): BackupContents {
  const units = new Map<string, BackedUpUnit>();
  let bytes = 0;
  for (const [name, sha256] of sums) {
    const unit = unitOf(name);
    const file = found.get(name);
    if (unit === null) throw notOurs(path, `${name} in it is no part of a show.`);
    if (file === undefined) throw notOurs(path, `${name} is on its list and not in it.`);
    if (file.sha256 !== sha256) throw notOurs(path, `${name} in it is not as it was backed up.`);
    const whose = whoseIs(unit, said.get(saysWhose(unit) ?? '') ?? '');
    const known = units.get(unit.path) ?? { ...unit, files: new Map(), whose };
    known.files.set(name, file);
    units.set(unit.path, known);
    bytes += file.stamp.bytes;
  }
  return { units: [...units.values()], files: sums.size, bytes };
}

async function textOf(chunks: AsyncIterable<Buffer>) {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}
