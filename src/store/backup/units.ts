import { decidedFile, layoutOf } from '../layout.ts';
import { isUnfinished } from '../write-file.ts';

/** What of a show belongs together: it is backed up and restored as one. */
export interface Unit {
  kind: UnitKind;
  /** Where it lies in the show's folder, with slashes: a file, or a folder with all that is in it. */
  path: string;
}

/**
 * An accepted order; an episode; a file of the show; what was removed; an announcement that waits. In the
 * order in which they are backed up: what an order brings is in an episode by the time it has gone, and what
 * is taken away meanwhile is found among what was removed.
 */
export const unitKinds = ['order', 'file', 'episode', 'removed', 'announcement'] as const;
export type UnitKind = (typeof unitKinds)[number];

const at = layoutOf('.');

/** What the server keeps beside the episodes. Not `.upload-token`: another machine makes its own. */
const keptFiles = [at.decidedShowFile, at.publicRecordFile, at.tokensFile, at.invitesFile];

const folders = [
  ['order', at.jobs],
  ['removed', at.removed],
  ['announcement', at.outbox],
] as const;

/**
 * What a file of the show's folder belongs to; null for what is no part of a backup: uploads that are still
 * arriving, files that are being written, hidden ones that are not ours, and names that lead elsewhere.
 */
export function unitOf(name: string): Unit | null {
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
    return null;
  }
  if (parts.some(isUnfinished)) return null;
  const [first = ''] = parts;
  if (!first.startsWith('.')) return { kind: parts.length === 1 ? 'file' : 'episode', path: first };
  if (keptFiles.includes(name)) return { kind: 'file', path: name };
  for (const [kind, folder] of folders) {
    const depth = folder.split('/').length + 1;
    if (name.startsWith(`${folder}/`) && parts.length >= depth) {
      return { kind, path: parts.slice(0, depth).join('/') };
    }
  }
  return null;
}

/** The file of an order that says what is to be done. */
export function orderOf({ path }: Unit): string {
  return `${path}/job.json`;
}

/** The file of an episode that says what was decided about it, its GUID among it. */
export function decidedOf({ path }: Unit): string {
  return decidedFile(path);
}

/** The file that says what else there is: read first and put into the archive last. */
export function lastOf(unit: Unit): string | null {
  const { kind, path } = unit;
  if (kind === 'order') return orderOf(unit);
  return kind === 'episode' || kind === 'removed' ? `${path}/published/manifest.json` : null;
}
