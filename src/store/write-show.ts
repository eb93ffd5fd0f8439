import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { AlongsideError } from '../episode/error.ts';
import { newShow } from './create-show.ts';
import { decidedShow, writeDecidedShow } from './decided-show.ts';
import { hashOf } from './hash-file.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { readBytes, type SmallFile, smallFiles } from './read-bytes.ts';
import { readShow } from './show.ts';
import { writeWhole } from './write-file.ts';

export interface ShowToWrite {
  /** Fields as `show.yaml` has them, without the cover. */
  show: Record<string, unknown>;
  /** The `podcast:guid` it has had elsewhere; null leaves the one it has. */
  guid: string | null;
  /** Path of its cover, JPEG or PNG; null leaves what is there. */
  cover: string | null;
}

/** Whether the show is still the one that every new folder gets. */
export async function isUntouched({ showFile }: Layout): Promise<boolean> {
  return (await readFile(showFile, 'utf8').catch(ifMissing(''))) === newShow;
}

/**
 * Writes `show.yaml`, the cover beside it and the GUID; `show.yaml` last, since it is what the server looks at.
 * The file as it was is kept under another name, for its comments are lost.
 *
 * @returns the name under which the old file is kept; null where nothing had to be written
 * @throws AlongsideError `request_invalid` where that would be no show, `cover_unreadable`
 */
export async function writeShow(
  layout: Layout,
  { show, guid, cover }: ShowToWrite,
): Promise<string | null> {
  const before = await readFile(layout.showFile, 'utf8').catch(ifMissing(''));
  const picture = cover === null ? null : await pictureFor(cover);
  const coverName = picture?.name ?? /^cover: *(\S+)/m.exec(before)?.[1] ?? null;
  const text = stringify({ ...show, ...(coverName === null ? {} : { cover: coverName }) });
  const decided = await decidedShow(layout, null);
  const isNewGuid = guid !== null && guid !== decided.guid;
  if (text === before && !isNewGuid) return null;

  await refuseUnreadable(layout, text);
  const kept = await keepBefore(layout);
  if (picture !== null) await writeWhole(join(layout.root, picture.name), picture.bytes);
  if (isNewGuid) await writeDecidedShow(layout, { ...decided, guid });
  await writeWhole(layout.showFile, text);
  return kept;
}

/** A cover under a name of its own: apps and browsers take a changed picture for the old one otherwise. */
async function pictureFor(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const kind: SmallFile = { ...smallFiles.cover, name: 'the cover' };
  const bytes = await readBytes(path, kind);
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  if (!isPng && !(bytes[0] === 0xff && bytes[1] === 0xd8)) {
    throw new AlongsideError('cover_unreadable', 'The cover is neither a JPEG nor a PNG.', {
      remedy: 'Save it as JPEG or PNG, square, 1400 to 3000 pixels.',
    });
  }
  return { name: `cover-${hashOf(bytes).slice(0, 8)}.${isPng ? 'png' : 'jpg'}`, bytes };
}

/** Reads it as the server will, before it takes the place of one that is right. */
async function refuseUnreadable(layout: Layout, text: string) {
  const trial = join(layout.root, '.show.yaml.new');
  const anyPicture = () => ({ type: 'image/jpeg', width: 1, height: 1 }) as const;
  try {
    await writeWhole(trial, text);
    await readShow({ ...layout, showFile: trial }, null, anyPicture);
  } catch (error) {
    if (!(error instanceof AlongsideError) || error.code !== 'show_invalid') throw error;
    const remedy = 'Correct it in the feed, or write show.yaml by hand.';
    throw new AlongsideError('request_invalid', error.message, { remedy }, error);
  } finally {
    await rm(trial, { force: true });
  }
}

/** @returns the name under which it is kept; never one that is there already */
async function keepBefore({ root, showFile }: Layout): Promise<string> {
  const day = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '');
  const kept = `${basename(showFile)}.before-import-${day}`;
  await copyFile(showFile, join(root, kept));
  return kept;
}
