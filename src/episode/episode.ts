import type { Person } from './person.ts';
import type { PictureFile } from './picture-file.ts';
import type { License, Location } from './show.ts';
import type { Speaker, Timing } from './transcript.ts';

/** An episode as published: everything a page or a feed says about it. */
export interface Episode {
  slug: string;
  /** Made once, kept through every change. */
  guid: string;
  title: string;
  /** ISO 8601 instant from which the episode is public. */
  date: string;
  /** When what readers get last changed, ISO 8601. */
  changed: string;
  /** When the transcript was last corrected after readers could see it, ISO 8601; null where it never was. */
  corrected: string | null;
  /** BCP 47 tag. */
  language: string;
  /** One plain sentence or two for lists; empty where nobody wrote one. */
  description: string;
  /** Show notes, Markdown as written. */
  notes: string;
  tags: string[];
  people: Person[];
  explicit: boolean;
  draft: boolean;
  /** Whether only those find it who know its address: no list names it, and no feed. */
  unlisted: boolean;
  episodeType: EpisodeType;
  /** Whether directories are asked to leave it out (`itunes:block`). */
  block: boolean;
  license: License | null;
  location: Location | null;
  season: number | null;
  number: number | null;
  audio: Audio;
  waveform: Waveform;
  chapters: Chapter[];
  soundbites: Soundbite[];
  transcript: PublishedTranscript | null;
  cover: Cover | null;
}

/** The sound as served. */
export interface Audio {
  /** File in `published/`. */
  file: string;
  /** `mp3` or `m4a`: the ending of its URL. */
  extension: 'mp3' | 'm4a';
  /** What a feed calls it: `audio/mpeg`, `audio/x-m4a`. */
  type: 'audio/mpeg' | 'audio/x-m4a';
  bytes: number;
  /** Hex, of the bytes served. */
  sha256: string;
  /** Seconds that decode, whatever the header claims. */
  duration: number;
  /** Bits a second, the mean over the file. */
  bitrate: number;
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** Whether these are the bytes that were given. */
  asGiven: boolean;
  loudness: Loudness;
}

/** Measured by ITU-R BS.1770 / EBU R 128. Null where the sound is too short or silent. */
export interface Loudness {
  /** LUFS over the whole recording. */
  integrated: number | null;
  /** dBTP. */
  truePeak: number | null;
  /** LU. */
  range: number | null;
}

export interface Waveform {
  /** File in `published/`. */
  file: string;
}

/** Peaks of the sound, 0–100, evenly spaced over the recording. */
export type Peaks = number[];

export interface Chapter {
  /** Seconds. */
  start: number;
  title: string;
}

/** A stretch that stands for the whole, in seconds. */
export interface Soundbite {
  start: number;
  duration: number;
  /** Empty where the episode's own title says it. */
  title: string;
}

export const episodeTypes = ['full', 'trailer', 'bonus'] as const;
export type EpisodeType = (typeof episodeTypes)[number];

export interface PublishedTranscript {
  /** File in `published/`: the model as JSON. */
  file: string;
  /** Name of the file as given, downloadable unchanged. */
  given: string;
  /** File in `published/`: the file as given, as it was read; null where an older version made it. */
  copy: string | null;
  /** Hex, of the model and the names shown in it: changes when the words, their times or the names do. */
  hash: string;
  timing: Timing;
  words: number;
  turns: number;
  /** Every label with the name to show, in order of first turn. */
  speakers: Speaker[];
}

/** Cover art of the episode's own, as given: a file in `published/`. */
export interface Cover extends PictureFile {
  /** A small one for pages: a file in `published/`, and the hash of its own bytes. */
  small: { file: string; hash: string };
  /** Whether directories accept it: square, 1400–3000 px, JPEG or PNG. */
  forDirectories: boolean;
}

/** The forms a transcript is served in; the timed ones only where there are times. */
export const untimedForms = ['html', 'md', 'txt'] as const;
export const timedForms = ['vtt', 'srt', 'json'] as const;
export type TranscriptForm = (typeof untimedForms)[number] | (typeof timedForms)[number];

export function formsOf(transcript: PublishedTranscript): TranscriptForm[] {
  return transcript.timing === 'none' ? [...untimedForms] : [...timedForms, ...untimedForms];
}

/** Whether readers may see it at that moment. */
export function isPublic(episode: Episode, now: Date): boolean {
  return !episode.draft && Date.parse(episode.date) <= now.getTime();
}
