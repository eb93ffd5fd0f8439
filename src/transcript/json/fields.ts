export interface Fields {
  [key: string]: unknown;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of a path of keys; undefined where it leads nowhere. */
export function at(value: unknown, ...path: string[]): unknown {
  let found = value;
  for (const key of path) found = isRecord(found) ? found[key] : undefined;
  return found;
}

/** The list itself, or an empty one where the value is none. */
export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The first of a list, which are enough to tell what it holds. */
export function firstOf(value: unknown): unknown[] {
  return listIn(value).slice(0, 1000);
}

/** The objects of a list; whatever else stands in it is passed over. */
export function recordsIn(value: unknown): Fields[] {
  return listIn(value).filter(isRecord);
}

/** A text, or a number written as one; null for anything else. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
