import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { writeWhole } from './write-file.ts';

const schema = z.object({
  episodes: z.record(
    z.string(),
    z.object({
      slug: z.string(),
      title: z.string(),
      changed: z.string(),
      /** When it was taken back, ISO 8601; null while it is listed. */
      removed: z.string().nullable(),
      /** Whether its folder is gone, so that it will not come again by itself. */
      gone: z.boolean(),
    }),
  ),
});

/** Every episode that was ever listed, by its GUID, as the public has last seen it. */
export type PublicRecord = z.infer<typeof schema>['episodes'];
export type Seen = PublicRecord[string];

/** Reads `.public.json`; null where there is none, or none that can be read: then nothing is known. */
export async function readPublicRecord(layout: Layout): Promise<PublicRecord | null> {
  const text = await readFile(layout.publicRecordFile, 'utf8').catch(ifMissing(null));
  try {
    return text === null ? null : schema.parse(JSON.parse(text)).episodes;
  } catch {
    return null;
  }
}

export async function writePublicRecord(layout: Layout, episodes: PublicRecord) {
  await writeWhole(layout.publicRecordFile, `${JSON.stringify({ version: 1, episodes })}\n`);
}
