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
  /** Whether the newest episode stands first in apps, or the first one does. */
  type: 'episodic' | 'serial';
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
  /** Whether directories are asked to leave it out (`itunes:block`). */
  block: boolean;
  /** Whether no more episodes will come. */
  complete: boolean;
  /** Where the feed has moved for good; null while it is here. */
  newFeedUrl: string | null;
  license: License | null;
  location: Location | null;
  /** How often episodes come, in words and as an RFC 5545 rule. */
  updateFrequency: { text: string; rule: string | null } | null;
  /** Notes for machines, such as a directory's proof of who owns the feed (`podcast:txt`). */
  txt: { text: string; purpose: string | null }[];
  /** Other shows that are recommended (`podcast:podroll`). */
  podroll: { guid: string; feedUrl: string | null; title: string | null }[];
  /** Names of seasons by their numbers. */
  seasons: Record<string, string>;
  /** How many episodes a page of the feed holds. */
  feedEpisodes: number;
  /** WebSub hubs that are told when the feed changes. */
  hubs: string[];
  /** Who may read the pages besides people: every crawler, none that trains models with them, or none. */
  robots: Robots;
  cover: ShowCover | null;
  /** The show's `podcast:guid`, a UUID made once. */
  guid: string;
  /** When something of this last changed, ISO 8601; null where it is as it was at first. */
  changed: string | null;
}

export const robotsSettings = ['all', 'no-training', 'none'] as const;
export type Robots = (typeof robotsSettings)[number];

export interface Category {
  name: string;
  sub: string | null;
}

/** The show as `show.yaml` has it: what it leaves open about its people, others may fill in. */
export interface ShowSaid extends Omit<Show, 'people'> {
  people: PersonSaid[];
}

/** What others may do with it: an SPDX identifier in small letters, or a name with its address. */
export interface License {
  name: string;
  url: string | null;
}

/** What it is about, or where it was recorded: in words, and as `geo:` and OpenStreetMap address. */
export interface Location {
  name: string;
  geo: string | null;
  osm: string | null;
}

export type ShowCover = PictureFile;
