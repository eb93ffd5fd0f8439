import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod';
import { type Chapter, type EpisodeType, episodeTypes } from '../episode/episode.ts';
import type { PersonSaid } from '../episode/person.ts';
import type { License, Location } from '../episode/show.ts';
import type { SoundbiteSaid } from '../episode/soundbite.ts';
import type { Problem } from '../episode/transcript.ts';
import {
  instant,
  languageTag,
  license,
  location,
  person,
  personName,
  text,
  yesOrNo,
} from './fields.ts';
import { chapterSaid, soundbiteSaid } from './moments.ts';
import { readYamlWithLines } from './read-yaml.ts';

/** What a person can say about an episode: the fields of `episode.md`, each optional. */
export interface Details {
  title?: string | undefined;
  /** ISO 8601. */
  date?: string | undefined;
  language?: string | undefined;
  description?: string | undefined;
  tags?: string[] | undefined;
  /** Label in the transcript → name. */
  speakers?: Record<string, string> | undefined;
  people?: PersonSaid[] | undefined;
  explicit?: boolean | undefined;
  draft?: boolean | undefined;
  unlisted?: boolean | undefined;
  episodeType?: EpisodeType | undefined;
  block?: boolean | undefined;
  license?: License | undefined;
  location?: Location | undefined;
  chapters?: Chapter[] | undefined;
  soundbites?: SoundbiteSaid[] | undefined;
  season?: number | undefined;
  number?: number | undefined;
}

export const detailFields = [
  'title',
  'date',
  'language',
  'description',
  'tags',
  'speakers',
  'people',
  'explicit',
  'draft',
  'unlisted',
  'episodeType',
  'block',
  'license',
  'location',
  'chapters',
  'soundbites',
  'season',
  'number',
] as const satisfies (keyof Details)[];

/** The rules for each field, shared by `episode.md` and the API. */
export const detailsSchema = z.object({
  title: text.max(1000, 'is longer than 1000 characters').optional(),
  date: instant.optional(),
  language: languageTag.optional(),
  description: text.max(4000, 'is longer than 4000 characters').optional(),
  tags: z.array(text.max(100)).max(100).optional(),
  speakers: z.record(z.string(), personName).optional(),
  people: z.array(person).max(1000, 'lists more than 1000').optional(),
  explicit: yesOrNo.optional(),
  draft: yesOrNo.optional(),
  unlisted: yesOrNo.optional(),
  episodeType: z.enum(episodeTypes, 'is none of full, trailer and bonus').optional(),
  block: yesOrNo.optional(),
  license: license.optional(),
  location: location.optional(),
  chapters: z.array(chapterSaid).max(1000, 'lists more than 1000').optional(),
  soundbites: z.array(soundbiteSaid).max(100, 'lists more than 100').optional(),
  season: z.int('is not a whole number').positive().optional(),
  number: z.int('is not a whole number').positive().optional(),
});

export interface ReadDetails {
  details: Details;
  /** Markdown. */
  notes: string;
  /** Fields that nobody reads, with their lines. */
  problems: Problem[];
}

/**
 * Reads `episode.md`: YAML between two lines of `---`, then the notes in Markdown. Either may be missing.
 *
 * @throws AlongsideError `details_invalid` with the line
 */
export async function readDetails(path: string): Promise<ReadDetails> {
  return parseDetails(await readFile(path, 'utf8'), basename(path));
}

/** @param name the file's name, for messages */
export function parseDetails(source: string, name: string): ReadDetails {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const front = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/.exec(text);
  if (front === null) return { details: {}, notes: text.trim(), problems: [] };
  const { value, problems } = readYamlWithLines((front[1] ?? '').trimEnd(), detailsSchema, {
    code: 'details_invalid',
    file: name,
    firstLine: 2,
  });
  return { details: value, notes: text.slice(front[0].length).trim(), problems };
}
