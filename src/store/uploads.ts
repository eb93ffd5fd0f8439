import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Layout } from './layout.ts';

/** A file that arrived, or is arriving, over tus. */
export interface UploadedFile {
  id: string;
  path: string;
  /** The file's name at the publisher's. */
  name: string;
  /** Bytes it is to have, and has. */
  size: number;
  offset: number;
  /** What the publisher's side says its SHA-256 is. */
  sha256: string | null;
  /** SHA-256 of the recording it is, or goes with. */
  recording: string | null;
  /** The invite of the guest who sends it; null for a publisher’s. */
  invite: string | null;
}

// The shape tus keeps beside each upload.
const info = z.object({
  size: z.number(),
  metadata: z
    .object({
      filename: z.string().nullish(),
      sha256: z.string().nullish(),
      recording: z.string().nullish(),
      invite: z.string().nullish(),
    })
    .nullish(),
});

/** An upload by its id; null where there is none. */
export async function findUpload(layout: Layout, id: string): Promise<UploadedFile | null> {
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const path = join(layout.uploads, id);
  const [text, found] = await Promise.all([
    readFile(`${path}.json`, 'utf8').catch(() => null),
    stat(path).catch(() => null),
  ]);
  if (text === null || found === null) return null;
  const kept = info.safeParse(parse(text)).data;
  if (kept === undefined) return null;
  return {
    id,
    path,
    name: kept.metadata?.filename ?? id,
    size: kept.size,
    offset: found.size,
    sha256: kept.metadata?.sha256 ?? null,
    recording: kept.metadata?.recording ?? null,
    invite: kept.metadata?.invite ?? null,
  };
}

/** A publisher’s upload of the same content, the one that is furthest. A guest’s word for it is not taken. */
export async function findUploadOf(layout: Layout, sha256: string): Promise<UploadedFile | null> {
  const same = (await allUploads(layout)).filter(
    (upload) => upload.sha256 === sha256 && upload.invite === null,
  );
  return same.sort((one, other) => other.offset - one.offset)[0] ?? null;
}

/** Uploads of guests that have not been published yet. */
export async function guestsUploads(layout: Layout): Promise<UploadedFile[]> {
  return (await allUploads(layout)).filter((upload) => upload.invite !== null);
}

/** Uploads that have done their duty. */
export interface DoneUploads {
  /** Their ids. */
  uploads: readonly string[];
  /** SHA-256 of the recording they are, or go with. */
  recording: string | null;
}

/**
 * Deletes uploads that have done their duty, and what a crash left behind of earlier tries at the same. By
 * the recording they go with, for another episode's upload may well hold the same cover.
 */
export async function deleteUploads(layout: Layout, { uploads, recording }: DoneUploads) {
  for (const upload of await allUploads(layout)) {
    const twin = recording !== null && upload.recording === recording;
    if (twin || uploads.includes(upload.id)) await deleteUpload(layout, upload.id);
  }
}

async function allUploads(layout: Layout): Promise<UploadedFile[]> {
  const names = await readdir(layout.uploads).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  const uploads = await Promise.all(ids.map((id) => findUpload(layout, id)));
  return uploads.filter((upload) => upload !== null);
}

export async function deleteUpload(layout: Layout, id: string) {
  await rm(join(layout.uploads, id), { force: true });
  await rm(join(layout.uploads, `${id}.json`), { force: true });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
