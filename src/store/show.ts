import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { robotsSettings, type ShowSaid } from '../episode/show.ts';
import type { Problem } from '../episode/transcript.ts';
import { decidedShow } from './decided-show.ts';
import { languageTag, license, location, person, text, webAddress, yesOrNo } from './fields.ts';
import type { Layout } from './layout.ts';
import { ifMissing } from './missing.ts';
import { type DescribePicture, pictureFile, pictureName, withPictures } from './picture.ts';
import { readYamlWithLines } from './read-yaml.ts';

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
  explicit: yesOrNo.default(false),
  type: z.enum(['episodic', 'serial'], 'is neither episodic nor serial').default('episodic'),
  copyright: text.nullable().default(null),
  link: webAddress.nullable().default(null),
  people: z.array(person).max(1000, 'lists more than 1000').default([]),
  funding: z
    .object({ url: webAddress, text: text.max(128) })
    .nullable()
    .default(null),
  locked: yesOrNo.default(false),
  block: yesOrNo.default(false),
  complete: yesOrNo.default(false),
  newFeedUrl: webAddress.nullable().default(null),
  license: license.nullable().default(null),
  location: location.nullable().default(null),
  updateFrequency: z
    .object({ text: text.max(128), rule: text.nullable().default(null) })
    .nullable()
    .default(null),
  txt: z
    .array(z.object({ text: text.max(4000), purpose: text.max(128).nullable().default(null) }))
    .max(100)
    .default([]),
  podroll: z
    .array(
      z.object({
        guid: z.uuid('is not the podcast:guid of a feed'),
        feedUrl: webAddress.nullable().default(null),
        title: text.nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  seasons: z.record(z.string().regex(/^[1-9]\d*$/, 'is not a number'), text.max(128)).default({}),
  feedEpisodes: z.int('is not a whole number').min(1).max(10_000).default(300),
  robots: z.enum(robotsSettings, 'is neither all, no-training nor none').default('all'),
  hubs: z.array(webAddress).max(10).default([]),
  cover: z
    .string()
    .regex(pictureName, 'is not the name of a file beside show.yaml')
    .nullable()
    .default(null),
});

/**
 * Reads `show.yaml`, its cover, and what was decided once.
 *
 * @param onProblem told of fields that nobody reads
 * @throws AlongsideError `show_invalid` with the line, `cover_unreadable`
 */
export async function readShow(
  layout: Layout,
  publicUrl: string | null,
  describe: DescribePicture,
  onProblem: (problem: Problem) => void = () => {},
): Promise<Omit<ShowSaid, 'changed'>> {
  const source = await readFile(layout.showFile, 'utf8');
  const { value, problems } = readYamlWithLines(source, showSchema, {
    code: 'show_invalid',
    file: basename(layout.showFile),
  });
  for (const problem of problems) onProblem(problem);
  const { cover, author, ...said } = value;
  return {
    ...said,
    author: author ?? said.title,
    cover: cover === null ? null : await readCover(layout, cover, describe),
    guid: (await decidedShow(layout, publicUrl)).guid,
  };
}

async function readCover(layout: Layout, file: string, describe: DescribePicture) {
  const bytes = await readFile(join(layout.root, file)).catch(ifMissing(null));
  return bytes === null ? null : pictureFile(file, bytes, describe);
}

/** Size and date of `show.yaml` and the pictures beside it: changes when one does, or another one comes. */
export function showFingerprint({ root, showFile }: Layout): Promise<string> {
  return withPictures(root, showFile);
}
