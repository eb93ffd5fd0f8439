/**
 * A slug is one path segment that every podcast app, file system and shell takes as it is. Apple accepts
 * only a–z, A–Z and 0–9 in the names of files and URLs; the hyphen is what everybody uses between words.
 */
const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const slugRule =
  'lower-case letters a–z and digits, with single hyphens between, at most 100';

export function isSlug(text: string): boolean {
  return text.length <= 100 && pattern.test(text);
}

/** Whether a folder's name can be an address as it is: a person's own name for it may be less strict. */
export function canBeAddress(name: string): boolean {
  return name.length <= 100 && /^[A-Za-z0-9]+(?:[-_]+[A-Za-z0-9]+)*$/.test(name);
}
