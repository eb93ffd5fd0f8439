import type { Person, PersonSaid } from './person.ts';
import type { PictureFile } from './picture-file.ts';

/** The show as its readers see it. */
export interface Show {
  title: string;
  /** Plain text, one or two sentences. */
  description: string;
  /** BCP 47 tag. */
  language: string;
  author: string;
  /** Printed in the feed only where given: directories that verify by e-mail ask for it. */
  owner: { name: string; email: string } | null;
  /** Apple's category names, the chief one first. */
  categories: Category[];
  explicit: boolean;
  copyright: string | null;
  /** A web page of the show elsewhere; null means the site itself. */
  link: string | null;
  /** Hosts and others who are in every episode unless it says otherwise. */
  people: Person[];
  funding: { url: string; text: string } | null;
  /** Whether other hosts are asked not to import the feed (`podcast:locked`). */
  locked: boolean;
  cover: ShowCover | null;
  /** The show's `podcast:guid`, a UUID made once. */
  guid: string;
}

export interface Category {
  name: string;
  sub: string | null;
}

/** The show as `show.yaml` has it: what it leaves open about its people, others may fill in. */
export interface ShowSaid extends Omit<Show, 'people'> {
  people: PersonSaid[];
}

export type ShowCover = PictureFile;
