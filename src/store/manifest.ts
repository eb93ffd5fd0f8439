import { readdir, readFile } from 'node:fs/promises';
import type { Alignment } from '../episode/alignment.ts';
import type { Cast } from '../episode/cast.ts';
import type { Correction } from '../episode/correction.ts';
import type { Episode } from '../episode/episode.ts';
import type { Problem } from '../episode/transcript.ts';
import type { Tuning } from '../episode/tuning.ts';
import type { Fingerprint } from './given-files.ts';
import { manifestFile, publishedFolder } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

/** An episode is published exactly when its manifest exists, and a manifest names only finished files. */
export interface Manifest {
  version: typeof manifestVersion;
  /** The given files it was made from; when they differ, it is made anew. */
  madeFrom: Fingerprint;
  /** What else went in: the show's defaults and `episode.json`, as a hash. */
  madeWith: string;
  recording: { name: string; sha256: string };
  /** Identifies the sound and how it was made, so that it is not made twice. */
  soundKey: string;
  /** What measuring it had to say; it is not measured again while the key holds. */
  soundWarnings: string[];
  /** Identifies the words and the sound they were looked for in; null where they were not, or in vain. */
  alignKey: string | null;
  /** With which a corrected transcript is aligned where it was changed. Older manifests have none. */
  tuning?: Tuning | null;
  formerSlugs: string[];
  episode: Omit<Episode, 'slug' | 'people'>;
  /** Who is heard, as it is said; who that is, is looked up when it is read. */
  cast: Cast;
  /** Hash of what readers get, the people aside; and with the people whom they got last. */
  content: { own: string; all: string };
  report: Report;
}

/** What publishing has to say to the publisher. */
export interface Report {
  /** What was chosen for each field, and where it came from. */
  chose: { field: string; value: string; from: string }[];
  /** Plain sentences: what is amiss without being an error. */
  warnings: string[];
  problems: Problem[];
  /** What came of looking for the transcript's words in the sound; null where there is no transcript. */
  alignment: Alignment | null;
  /** How much the transcript changed; null where it did not. Older manifests have none. */
  correction?: Correction | null;
}

/** Raised when what is derived changes its form; older manifests are then made anew. */
export const manifestVersion = 6;

/** The manifest of an episode's folder; null where there is none that this version can read. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(ifMissing(null));
  if (text === null) return null;
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.version === manifestVersion ? manifest : fromBefore(manifest);
  } catch {
    // Derived, so nothing is lost: it is made anew.
    return null;
  }
}

/**
 * A manifest of the version before this one, as it would be now. It is made anew all the same; until then
 * the episode stays where its readers know it, and its sound is not measured again.
 */
function fromBefore(manifest: Omit<Manifest, 'version'> & { version: number }): Manifest | null {
  if (manifest.version !== manifestVersion - 1) return null;
  const { transcript } = manifest.episode;
  const episode = {
    ...manifest.episode,
    ...sinceVersion6,
    transcript: transcript && { ...transcript, copy: null },
  };
  return { ...manifest, version: manifestVersion, madeFrom: {}, episode };
}

/** What version 5 did not have. */
const sinceVersion6 = { corrected: null } as const satisfies Partial<Manifest['episode']>;

export async function writeManifest(folder: string, manifest: Manifest) {
  await writeWhole(manifestFile(folder), `${JSON.stringify(manifest)}\n`);
}

/** Whether everything a manifest names is there, and the manifest itself. */
export async function isWhole(folder: string, manifest: Manifest): Promise<boolean> {
  const there = await readdir(publishedFolder(folder)).catch(ifMissing<string[]>([]));
  return filesOf(manifest).every((name) => there.includes(name));
}

/** Every file of `published/` that a manifest names; itself first. */
export function filesOf(manifest: Manifest): string[] {
  const { audio, waveform, transcript, cover } = manifest.episode;
  const words = [transcript?.file, transcript?.copy ?? undefined];
  const files = [audio.file, waveform.file, ...words, cover?.file, cover?.small.file];
  return ['manifest.json', ...files.filter((file) => file !== undefined)];
}
