import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Correction } from '../episode/correction.ts';
import { AlongsideError } from '../episode/error.ts';
import { type Details, detailFields } from './details.ts';
import { decidedFile } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

const correction = z.object({
  ...{ changed: z.number(), words: z.number() },
  times: z.enum(['kept', 'anew', 'none']),
});

/**
 * What was decided once and is kept: `episode.json`. Options of the upload lie here too, each with what
 * `episode.md` said at that moment, so that the newest word wins: the option until someone edits that
 * field by hand, the hand-written field from then on.
 */
const decidedSchema = z.object({
  version: z.literal(1),
  guid: z.string().min(1),
  /** ISO 8601; decided when the episode first arrives, for no tag need name one. */
  date: z.iso.datetime().nullable().default(null),
  /** Where that date came from, in words. */
  dateFrom: z.string().nullable().default(null),
  options: z
    .partialRecord(z.enum(detailFields), z.object({ value: z.unknown(), insteadOf: z.unknown() }))
    .default({}),
  /** Whether the sound is to be brought to −16 LUFS. */
  normalize: z.boolean().default(false),
  /** The recording's name before it was uploaded. */
  recordingName: z.string().nullable().default(null),
  transcriptName: z.string().nullable().default(null),
  /** Slugs it had before; their addresses redirect. */
  formerSlugs: z.array(z.string()).default([]),
  /** When what readers get last changed, and a hash of it, so that the date outlives `published/`. */
  changed: z.object({ content: z.string(), at: z.iso.datetime() }).nullable().default(null),
  /** Transcripts it had before, the oldest first. */
  versions: z
    .array(
      z.object({
        ...{ file: z.string(), until: z.iso.datetime(), corrected: z.boolean() },
        correction: correction.optional(),
        by: z.string().optional(),
      }),
    )
    .default([]),
  /** Who brought its transcript; left out where that is not known. */
  transcriptBy: z.object({ who: z.string(), sha256: z.string() }).optional(),
  /** What an import brought it from; left out where it was not imported. */
  imported: z.object({ mark: z.string(), recording: z.string() }).optional(),
});

export interface Decided {
  version: 1;
  guid: string;
  date: string | null;
  dateFrom: string | null;
  options: Options;
  normalize: boolean;
  recordingName: string | null;
  transcriptName: string | null;
  formerSlugs: string[];
  changed: { content: string; at: string } | null;
  versions: FormerTranscript[];
  transcriptBy?: { who: string; sha256: string } | undefined;
  imported?: Imported | undefined;
}

/** A transcript that was published before the one there is now. */
export interface FormerTranscript {
  /** Its name in the episode's `history/`. */
  file: string;
  /** When another one took its place, ISO 8601. */
  until: string;
  /** Whether that was a correction of what readers could see. */
  corrected: boolean;
  /** How much of it the one after it changed, where that is known. */
  correction?: Correction | undefined;
  /** Who brought the one after it, where that is known. */
  by?: string | undefined;
}

/** What an import noted, so that the next one knows what is new in the old feed. */
export interface Imported {
  /** Changes with all that the old feed says about the episode. */
  mark: string;
  /** Address its recording came from. */
  recording: string;
}

export type Options = Partial<Record<keyof Details, { value: unknown; insteadOf: unknown }>>;

export function newDecided(): Decided {
  return {
    version: 1,
    guid: randomUUID(),
    date: null,
    dateFrom: null,
    options: {},
    normalize: false,
    recordingName: null,
    transcriptName: null,
    formerSlugs: [],
    changed: null,
    versions: [],
  };
}

/**
 * Reads `episode.json`; null where there is none.
 *
 * @throws AlongsideError `details_invalid`: a GUID must not be made anew because a file was spoiled
 */
export async function readDecided(folder: string): Promise<Decided | null> {
  const path = decidedFile(folder);
  const text = await readFile(path, 'utf8').catch(ifMissing(null));
  if (text === null) return null;
  try {
    return decidedSchema.parse(JSON.parse(text)) as Decided;
  } catch (error) {
    const remedy =
      'Restore it from a backup, or delete it to give the episode a new GUID (apps then show it as new).';
    throw new AlongsideError(
      'details_invalid',
      'episode.json cannot be read.',
      { file: path, remedy },
      error,
    );
  }
}

export async function writeDecided(folder: string, decided: Decided) {
  await writeWhole(decidedFile(folder), `${JSON.stringify(decided, null, 2)}\n`);
}
