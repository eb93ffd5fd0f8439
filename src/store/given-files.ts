import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ifMissing } from './missing.ts';

/** What a person put into an episode's folder, by its part; names within the folder. */
export interface GivenFiles {
  recording: string | null;
  transcript: string | null;
  cover: string | null;
  /** `chapters.json`. */
  chapters: string | null;
  /** `episode.md`. */
  details: string | null;
}

/** Size and date of every given file by name: changes when any of them does. */
export type Fingerprint = Record<string, string>;

const recordings = new Set(
  '.mp3 .m4a .m4b .aac .mp4 .mov .ogg .oga .opus .flac .wav .aif .aiff .webm .mka .mkv'.split(' '),
);
const transcripts = new Set('.txt .vtt .srt .json .md .html .sbv .ttml .dfxp'.split(' '));
const covers = new Set('.jpg .jpeg .png'.split(' '));
const ours = new Set(['episode.md', 'episode.json', 'chapters.json', 'readme.md']);

/**
 * Finds the parts of an episode: `recording.*`, `transcript.*`, `cover.*`, or, where no file has that
 * name, the first of a fitting kind, so that a folder with an `interview.mp3` and an `interview.txt`
 * is an episode as it is.
 *
 * @param without names of files to pass over
 */
export async function findGivenFiles(
  folder: string,
  without: readonly string[] = [],
): Promise<GivenFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !without.includes(name))
    .sort();
  const pick = (part: string, kinds: Set<string>) => {
    const fitting = names.filter((name) => isOf(kinds, name));
    return fitting.find((name) => stem(name) === part) ?? fitting[0] ?? null;
  };
  return {
    recording: names.find((name) => stem(name) === 'recording') ?? pick('recording', recordings),
    transcript:
      names.find((name) => stem(name) === 'transcript') ?? pick('transcript', transcripts),
    cover: pick('cover', covers),
    chapters: names.find((name) => name === 'chapters.json') ?? null,
    details: names.find((name) => name === 'episode.md') ?? null,
  };
}

/** Whether a file of this name may be a transcript. */
export function canBeTranscript(name: string): boolean {
  return !name.startsWith('.') && isOf(transcripts, name);
}

function isOf(kinds: Set<string>, name: string): boolean {
  return kinds.has(extname(name).toLowerCase()) && !ours.has(name.toLowerCase());
}

/** Fingerprint of these files; a file that is gone by now is left out. */
export function fingerprint(folder: string, given: GivenFiles): Promise<Fingerprint> {
  return marksOf(
    folder,
    Object.values(given).filter((name) => name !== null),
  );
}

/** Size and date of files by their names; one that is gone is left out. */
export async function marksOf(folder: string, names: readonly string[]): Promise<Fingerprint> {
  const marks = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(ifMissing(null));
      return found && ([name, `${found.size}-${Math.round(found.mtimeMs)}`] as const);
    }),
  );
  return Object.fromEntries(marks.filter((mark) => mark !== null));
}

export function sameFingerprint(one: Fingerprint, other: Fingerprint): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

/** When the newest of these files was last written, ms since 1970. */
export function newestDate(mark: Fingerprint): number {
  return Math.max(0, ...Object.values(mark).map((value) => Number(value.split('-')[1])));
}

/** The ending of a file's name where it is a plain one, in small letters with its dot; else null. */
export function plainEnding(name: string): string | null {
  return /^\.[a-z0-9]{1,5}$/i.exec(extname(name))?.[0].toLowerCase() ?? null;
}

function stem(name: string): string {
  return name.slice(0, name.length - extname(name).length).toLowerCase();
}

/** Whether a folder has every one of these files. */
export async function allThere(folder: string, names: string[]): Promise<boolean> {
  const found = await Promise.all(
    names.map((name) => stat(join(folder, name)).catch(ifMissing(null))),
  );
  return found.every((file) => file !== null);
}

export async function folderExists(path: string): Promise<boolean> {
  const found = await stat(path).catch(ifMissing(null));
  return found?.isDirectory() ?? false;
}
