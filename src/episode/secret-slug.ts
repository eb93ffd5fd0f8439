/**
 * An episode that is not public has an address all the same, for those who were given it: its slug with a
 * key behind a `~`, in every address that has the slug: `/episodes/my-talk~Xb3…/`.
 */
export function secretSlug(slug: string, key: string): string {
  return `${slug}~${key}`;
}

/** The slug of an address, and the key behind it; null where there is none. */
export function splitSlug(address: string): { slug: string; key: string | null } {
  const at = address.indexOf('~');
  if (at === -1) return { slug: address, key: null };
  return { slug: address.slice(0, at), key: address.slice(at + 1) };
}
