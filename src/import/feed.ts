import type { EpisodeType } from '../episode/episode.ts';
import type { License, Location, Show } from '../episode/show.ts';

/** What a feed says of a show in the same form as `show.yaml`. */
type Alike = Pick<
  Show,
  | 'owner'
  | 'categories'
  | 'funding'
  | 'locked'
  | 'block'
  | 'complete'
  | 'license'
  | 'location'
  | 'updateFrequency'
  | 'txt'
  | 'podroll'
  | 'seasons'
>;

/** A show as its feed tells it. What the feed leaves open, or says so that it cannot be used, is null. */
export interface FeedShow extends Alike {
  title: string | null;
  /** Plain text. */
  description: string | null;
  /** BCP 47 tag. */
  language: string | null;
  author: string | null;
  type: 'episodic' | 'serial' | null;
  explicit: boolean | null;
  copyright: string | null;
  link: string | null;
  people: FeedPerson[];
  /** Address of the cover. */
  cover: string | null;
  /** Its `podcast:guid`. */
  guid: string | null;
  /** The feed's address as it says itself. */
  self: string | null;
}

/** An episode as its feed tells it. */
export interface FeedEpisode {
  guid: string;
  /** Whether the feed has no GUID for it, so that its recording's address stands for one. */
  guidIsAddress: boolean;
  title: string | null;
  link: string | null;
  /** ISO 8601 instant. */
  date: string | null;
  /** Plain text, where the feed has one besides the notes. */
  description: string | null;
  /** Markdown, or HTML inside it. */
  notes: string;
  recording: { url: string; type: string | null; bytes: number | null };
  /** Seconds. */
  duration: number | null;
  cover: string | null;
  explicit: boolean | null;
  season: number | null;
  number: number | null;
  episodeType: EpisodeType | null;
  block: boolean;
  tags: string[];
  people: FeedPerson[];
  transcripts: FeedTranscript[];
  /** Address of JSON chapters. */
  chaptersFile: string | null;
  /** Podlove simple chapters, which stand in the feed itself. */
  chapters: FeedChapter[];
  soundbites: { start: number; duration: number; title: string }[];
  license: License | null;
  location: Location | null;
}

export interface FeedPerson {
  name: string;
  role: string | null;
  group: string | null;
  link: string | null;
  /** Address of a picture. */
  picture: string | null;
}

export interface FeedTranscript {
  url: string;
  type: string | null;
  language: string | null;
}

export interface FeedChapter {
  /** Seconds. */
  start: number;
  title: string;
  link: string | null;
  picture: string | null;
}

/** Something the feed has that stays behind, or comes otherwise than somebody may expect. */
export interface Remark {
  /** The episode's title; null for the show. */
  episode: string | null;
  /** What it is about, as a sentence. */
  message: string;
  /** What to do about it; null where nothing is to be done. */
  remedy: string | null;
  /** Whether it could have been expected to come. */
  isLoss: boolean;
}
