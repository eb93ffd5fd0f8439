import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { layoutOf } from '../layout.ts';
import { ifMissing } from '../missing.ts';
import { type Unit, unitKinds, unitOf } from './units.ts';

const at = layoutOf('.');

/** The show's own folder twice: an episode that is renamed meanwhile is found under its new name. */
const places = [at.jobs, '.', '.', at.removed, at.outbox];

/**
 * Everything of a show that is backed up, found folder by folder as it is asked for.
 *
 * @param onPassedOver told of each link, by its name: where it leads is not ours to say
 */
export async function* findUnits(
  root: string,
  onPassedOver: (name: string) => void,
): AsyncGenerator<Unit> {
  const seen = new Set<string>();
  for (const place of places) {
    const found = await unitsIn(root, place, (name) => {
      if (!seen.has(name)) onPassedOver(name);
      seen.add(name);
    });
    for (const unit of found) {
      if (!seen.has(unit.path)) yield unit;
      seen.add(unit.path);
    }
  }
}

async function unitsIn(root: string, place: string, onLink: (name: string) => void) {
  const entries = await readdir(join(root, place), { withFileTypes: true }).catch(ifMissing([]));
  const units: Unit[] = [];
  for (const entry of entries) {
    const path = join(place, entry.name);
    // A folder is known by what lies in it.
    const unit = unitOf(entry.isDirectory() ? `${path}/file` : path);
    if (unit === null || unit.path !== path) continue;
    if (entry.isSymbolicLink()) onLink(path);
    else if (entry.isFile() || entry.isDirectory()) units.push(unit);
  }
  return units.sort(
    (one, other) =>
      unitKinds.indexOf(one.kind) - unitKinds.indexOf(other.kind) ||
      one.path.localeCompare(other.path),
  );
}

/** Names of a unit's files in the show's folder, with slashes. */
export async function filesOfUnit(
  root: string,
  unit: Unit,
  onPassedOver: (name: string) => void,
): Promise<string[]> {
  const found = await lstat(join(root, unit.path)).catch(ifMissing(null));
  if (found === null) return [];
  if (found.isFile()) return [unit.path];
  const entries = await readdir(join(root, unit.path), { recursive: true, withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries) {
    const name = join(entry.parentPath.slice(root.length + 1), entry.name);
    if (unitOf(name) === null) continue;
    if (entry.isSymbolicLink()) onPassedOver(name);
    else if (entry.isFile()) names.push(name);
  }
  return names.sort();
}
