import { AlongsideError } from '../episode/error.ts';
import { parseInstant } from '../episode/instant.ts';

const units = { d: 24 * 3_600_000, h: 3_600_000, m: 60_000 };

/**
 * @param when a time from now, `2d`, `12h` or `30m`, or a date, with or without a time
 * @returns ISO 8601
 */
export function momentOf(when: string, now: Date): string {
  const found = /^(\d{1,5})([dhm])$/.exec(when.trim());
  if (found) {
    const ahead = Number(found[1]) * units[found[2] as keyof typeof units];
    return new Date(now.getTime() + ahead).toISOString();
  }
  const instant = parseInstant(when);
  if (instant !== null) return instant;
  throw new AlongsideError('request_invalid', `“${when}” is no time.`, {
    remedy: 'Give --expires as 2d, 12h or 30m, or as a date such as 2026-12-24.',
  });
}
