import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AlongsideError } from '../episode/error.ts';
import type { ShowSaid } from '../episode/show.ts';
import { feedGuid } from './feed-guid.ts';
import { languageTag, person, text, webAddress } from './fields.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { type DescribePicture, pictureFile, pictureName, withPictures } from './picture.ts';
import { readYaml } from './read-yaml.ts';
import { writeWhole } from './write-file.ts';

const showSchema = z.object({
  title: text.max(255, 'is longer than 255 characters'),
  description: text.max(4000, 'is longer than 4000 characters'),
  language: languageTag.default('en'),
  author: text.max(255).optional(),
  owner: z
    .object({ name: text, email: z.email('is not an e-mail address') })
    .nullable()
    .default(null),
  categories: z
    .array(z.object({ name: text, sub: text.nullable().default(null) }))
    .min(1, 'needs at least one category')
    .default([{ name: 'Society & Culture', sub: null }]),
  explicit: z.boolean('is neither true nor false').default(false),
  copyright: text.nullable().default(null),
  link: webAddress.nullable().default(null),
  people: z.array(person).max(1000, 'lists more than 1000').default([]),
  funding: z
    .object({ url: webAddress, text: text.max(128) })
    .nullable()
    .default(null),
  locked: z.boolean('is neither true nor false').default(false),
  cover: z
    .string()
    .regex(pictureName, 'is not the name of a file beside show.yaml')
    .nullable()
    .default(null),
});

/**
 * Reads `show.yaml`, its cover, and what was decided once.
 *
 * @throws AlongsideError `show_invalid` with the line, `cover_unreadable`
 */
export async function readShow(
  layout: Layout,
  publicUrl: string | null,
  describe: DescribePicture,
): Promise<ShowSaid> {
  const source = await readFile(layout.showFile, 'utf8');
  const { cover, author, ...said } = readYaml(source, showSchema, {
    code: 'show_invalid',
    file: basename(layout.showFile),
  });
  return {
    ...said,
    author: author ?? said.title,
    cover: cover === null ? null : await readCover(layout, cover, describe),
    guid: await showGuid(layout, publicUrl),
  };
}

async function readCover(layout: Layout, file: string, describe: DescribePicture) {
  const bytes = await readFile(join(layout.root, file)).catch(ifMissing(null));
  return bytes === null ? null : pictureFile(file, bytes, describe);
}

/** The show's GUID: read where it was decided, else made now and kept for life. */
async function showGuid(layout: Layout, publicUrl: string | null): Promise<string> {
  const kept = await readFile(layout.decidedShowFile, 'utf8').catch(ifMissing(null));
  if (kept !== null) return keptGuid(kept);
  const made = publicUrl === null ? randomUUID() : feedGuid(`${publicUrl}/feed.xml`);
  await writeWhole(layout.decidedShowFile, `${JSON.stringify({ version: 1, guid: made })}\n`);
  return made;
}

/** A file that was spoiled must not give the show a new GUID: apps would take it for another show. */
function keptGuid(text: string): string {
  try {
    return z.object({ guid: z.uuid() }).parse(JSON.parse(text)).guid;
  } catch (error) {
    const remedy = 'Restore it from a backup, or delete it to give the show a new GUID.';
    const facts = { file: '.show.json', remedy };
    throw new AlongsideError('show_invalid', '.show.json cannot be read.', facts, error);
  }
}

/** Size and date of `show.yaml` and the pictures beside it: changes when one does, or another one comes. */
export function showFingerprint({ root, showFile }: Layout): Promise<string> {
  return withPictures(root, showFile);
}
