import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { PersonSaid } from '../episode/person.ts';
import { instant, languageTag, person, personName, text } from './fields.ts';
import { readYaml } from './read-yaml.ts';

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
  explicit: z.boolean('is neither true nor false').optional(),
  draft: z.boolean('is neither true nor false').optional(),
  season: z.int('is not a whole number').positive().optional(),
  number: z.int('is not a whole number').positive().optional(),
});

/**
 * Reads `episode.md`: YAML between two lines of `---`, then the notes in Markdown. Either may be missing.
 *
 * @throws AlongsideError `details_invalid` with the line
 */
export async function readDetails(path: string): Promise<{ details: Details; notes: string }> {
  return parseDetails(await readFile(path, 'utf8'), basename(path));
}

/** @param name the file's name, for messages */
export function parseDetails(source: string, name: string): { details: Details; notes: string } {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const front = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/.exec(text);
  if (front === null) return { details: {}, notes: text.trim() };
  const details = readYaml((front[1] ?? '').trimEnd(), detailsSchema, {
    code: 'details_invalid',
    file: name,
    firstLine: 2,
  });
  return { details, notes: text.slice(front[0].length).trim() };
}
