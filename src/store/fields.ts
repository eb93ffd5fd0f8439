import * as z from 'zod';
import { parseInstant } from '../episode/instant.ts';
import { readFragment } from '../episode/media-fragment.ts';
import type { PersonSaid } from '../episode/person.ts';

/** What people write in `show.yaml`, `people.yaml` and `episode.md` alike, checked by the same rules. */
export const text = z.coerce.string().trim().min(1, 'is empty');

export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not an http or https address',
});

export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag such as en or pt-BR');

const noDate = 'is not a date such as 2026-11-22 or 2026-11-22T20:00+01:00';

/** An ISO 8601 instant from a date with or without a time. */
export const instant = z.union([z.date(), z.string()], noDate).transform((value, context) => {
  const parsed = parseInstant(typeof value === 'string' ? value : value.toISOString());
  if (parsed !== null) return parsed;
  context.addIssue(noDate);
  return z.NEVER;
});

/** A word of the podcast taxonomy, which is compared without regard to case. */
export const taxonomyWord = text.max(128, 'is longer than 128 characters').toLowerCase();

/** A name, or a label in a transcript, which may be a number. */
export const personName = z
  .union([z.string(), z.number()], 'is not a name')
  .transform(String)
  .pipe(z.string().trim().min(1, 'is empty').max(128, 'is longer than 128 characters'));

/** Somebody, by name alone or with what is to be said of them. `link` is the word for it; `url` is older. */
export const person = z.preprocess(
  (said) => (typeof said === 'string' ? { name: said } : said),
  z
    .object({
      name: personName,
      role: taxonomyWord.nullable().default(null),
      group: taxonomyWord.nullable().default(null),
      link: webAddress.nullable().default(null),
      url: webAddress.nullable().default(null),
      picture: webAddress.nullable().default(null),
    })
    .transform(
      ({ name, role, group, link, url, picture }): PersonSaid => ({
        name,
        role,
        group,
        url: link ?? url,
        picture: picture === null ? null : { url: picture },
        bio: null,
      }),
    ),
);

/** A licence by its name alone, or with its address. */
export const license = z.preprocess(
  (said) => (typeof said === 'string' ? { name: said } : said),
  z.object({ name: text.max(128), url: webAddress.nullable().default(null) }),
);

/** A place by its name alone, or with where it is. */
export const location = z.preprocess(
  (said) => (typeof said === 'string' ? { name: said } : said),
  z.object({
    name: text.max(128),
    geo: z
      .string()
      .regex(/^geo:-?[\d.]+,-?[\d.]+/, 'is not a place such as geo:52.52,13.40')
      .nullable()
      .default(null),
    osm: z
      .string()
      .regex(/^[NWR]\d+/, 'is not an OpenStreetMap object such as R62422')
      .nullable()
      .default(null),
  }),
);

/** A moment, in seconds: `61.2`, `1:01`, `1m1s`. */
export const moment = z
  .union([z.number(), z.string()], 'is not a time such as 1:02:03')
  .transform((said, context) => {
    const found = readFragment(String(said));
    if (found !== null && found.end === null) return found.start;
    context.addIssue('is not a time such as 1:02:03');
    return z.NEVER;
  });

export const yesOrNo = z.boolean('is neither true nor false');
