import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AlongsideError } from '../episode/error.ts';
import { feedGuid } from './feed-guid.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

/** What was decided once for the show and is kept for life: `.show.json`. */
export interface DecidedShow {
  /** Its `podcast:guid`. */
  guid: string;
  /** What the secret addresses of its drafts are made with. */
  secret: string;
  /** What is said of it, as a hash, and when that last changed; null while it is as it was at first. */
  changed: { content: string; at: string | null } | null;
}

const schema = z.object({
  guid: z.uuid(),
  secret: z.string().min(20).optional(),
  changed: z
    .object({ content: z.string(), at: z.iso.datetime().nullable() })
    .nullable()
    .default(null),
});

/**
 * Reads what was decided, and decides what is missing: the GUID by the namespace's rule where the site has
 * an address of its own, else at random.
 *
 * @throws AlongsideError `show_invalid`
 */
export async function decidedShow(layout: Layout, publicUrl: string | null): Promise<DecidedShow> {
  const text = await readFile(layout.decidedShowFile, 'utf8').catch(ifMissing(null));
  const kept = text === null ? null : parse(text);
  const guid =
    kept?.guid ?? (publicUrl === null ? randomUUID() : feedGuid(`${publicUrl}/feed.xml`));
  const secret = kept?.secret ?? randomBytes(24).toString('base64url');
  const decided = { guid, secret, changed: kept?.changed ?? null };
  if (kept?.secret === undefined) await writeDecidedShow(layout, decided);
  return decided;
}

/** Only its owner may read it, for the secret opens every draft. */
export async function writeDecidedShow(layout: Layout, decided: DecidedShow) {
  const text = `${JSON.stringify({ version: 1, ...decided })}\n`;
  await writeWhole(layout.decidedShowFile, text, 0o600);
}

/** A file that was spoiled must not give the show a new GUID: apps would take it for another show. */
function parse(text: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const remedy = 'Restore it from a backup, or delete it to give the show a new GUID.';
    const facts = { file: '.show.json', remedy };
    throw new AlongsideError('show_invalid', '.show.json cannot be read.', facts, error);
  }
}
