import { z } from 'zod';
import { parseInstant } from '../episode/instant.ts';

/** What people write in `show.yaml` and `episode.md` alike, checked by the same rules. */
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

/** @param role whose part somebody has where nothing is said */
export function person(role: 'host' | 'guest') {
  return z.object({
    name: text.max(128, 'is longer than 128 characters'),
    role: z.string().toLowerCase().default(role),
    url: webAddress.nullable().default(null),
  });
}
