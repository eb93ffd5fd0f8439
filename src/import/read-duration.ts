/**
 * `itunes:duration` in seconds, in the forms feeds have it: `1231`, `1231.0`, `20:31`, `1:20:31`, `PT20M31S`,
 * `1h 20m 31s`. Minutes and seconds may be more than 59: `75:00` is an hour and a quarter.
 *
 * @returns null for anything else, and for nothing
 */
export function readDuration(text: string | null): number | null {
  const given = (text ?? '').trim().slice(0, 50).toLowerCase().replace(',', '.');
  const clock = /^(?:(?:(\d{1,3}):)?(\d{1,5}):)?(\d{1,8}(?:\.\d{1,9})?)$/.exec(given);
  const units =
    /^(?:pt)?\s*(?:(\d{1,3})\s*h[a-z]*)?\s*(?:(\d{1,5})\s*m[a-z]*)?\s*(?:(\d{1,8}(?:\.\d{1,9})?)\s*s[a-z]*)?$/.exec(
      given,
    );
  const found = clock ?? units;
  if (found === null) return null;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return total > 0 ? total : null;
}
