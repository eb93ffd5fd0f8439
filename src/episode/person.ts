import type { PictureFile } from './picture-file.ts';

/** Someone heard in an episode. */
export interface Person {
  name: string;
  /** The podcast taxonomy's words, lower case: `host`, `guest`, … */
  role: string;
  /** The taxonomy's word for the kind of part, lower case: `cast`, `writing`, … */
  group: string | null;
  /** Where to learn more about them. */
  url: string | null;
  picture: Portrait | null;
  /** A few sentences about them, plain text. */
  bio: string | null;
}

/** Someone as a file of the publisher's has them: what is null it leaves open. */
export interface PersonSaid extends Omit<Person, 'role'> {
  role: string | null;
}

/** A picture of somebody: one elsewhere, or a file of the show's folder. */
export type Portrait = { url: string } | PictureFile;

/** Bytes: a heavier picture is not sent to those who read a page. */
export const mostOnPages = 400_000;

/** Someone of whom only the name is said. */
export function justNamed(name: string): PersonSaid {
  return { name, role: null, group: null, url: null, picture: null, bio: null };
}
