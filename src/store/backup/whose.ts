import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canBeAddress } from '../../episode/slug.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { ifMissing } from '../missing.ts';
import { readPublicRecord } from '../public-record.ts';
import { decidedOf, orderOf, type Unit } from './units.ts';

/** The episode that a part of a show is, or is about. */
export interface Whose {
  /** Null where nothing has been decided about it yet, or what was decided cannot be read. */
  guid: string | null;
  /** Of an order: the episode it makes or changes. */
  order: { slug: string; isNew: boolean } | null;
}

const nobodys: Whose = { guid: null, order: null };

/** The file of a unit that says whose it is; null for what belongs to no episode. */
export function saysWhose(unit: Unit): string | null {
  return unit.kind === 'episode' ? decidedOf(unit) : unit.kind === 'order' ? orderOf(unit) : null;
}

/** @param text what that file holds */
export function whoseIs({ kind }: Unit, text: string): Whose {
  const said = parsed(text);
  if (kind === 'episode') return { guid: textOf(said.guid), order: null };
  const slug = textOf(said.slug);
  if (kind !== 'order' || slug === null || !canBeAddress(slug)) return nobodys;
  const guid = textOf(fields(said.decided).guid);
  return { guid, order: { slug, isNew: said.isNew === true } };
}

/** Which episodes a show has now, and which it has had. */
export interface Known {
  /** Slugs by GUID. */
  slugs: ReadonlyMap<string, string>;
  /** GUIDs by slug; null where none has been decided. */
  guids: ReadonlyMap<string, string | null>;
  /** GUIDs of all that was ever listed, or was removed. */
  had: ReadonlySet<string>;
}

/** Looks through a show's folder for what each episode is known by. */
export async function knownEpisodes(root: string): Promise<Known> {
  const layout = layoutOf(root);
  const [guids, removed] = [await guidsIn(root), await guidsIn(layout.removed)];
  const slugs = new Map<string, string>();
  for (const [slug, guid] of guids) if (guid !== null) slugs.set(guid, slug);
  const listed = Object.keys((await readPublicRecord(layout)) ?? {});
  const had = [...listed, ...removed.values()].filter((guid) => guid !== null);
  return { slugs, guids, had: new Set(had) };
}

async function guidsIn(folder: Layout['root']): Promise<Map<string, string | null>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ifMissing([]));
  const found = new Map<string, string | null>();
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const unit = { kind: 'episode', path: entry.name } as const;
    const text = await readFile(join(folder, decidedOf(unit)), 'utf8').catch(ifMissing(''));
    found.set(entry.name, whoseIs(unit, text).guid);
  }
  return found;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return fields(JSON.parse(text));
  } catch {
    return {};
  }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
