const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|([+-]\d{2}):?(\d{2}))?)?$/i;

/**
 * An ISO 8601 date, or a date with a time, as an instant. A date alone is its midnight; without a zone it
 * is UTC, wherever the server stands.
 *
 * @returns the instant as `toISOString` writes it; null for anything else, for days and times that do not
 *   exist, and for years outside 1900–9999
 */
export function parseInstant(text: string): string | null {
  const found = iso.exec(text.trim());
  if (found === null) return null;
  const [, day = '', time = '00:00', zoneHours, zoneMinutes] = found;
  const zone = zoneHours === undefined ? 'Z' : `${zoneHours}:${zoneMinutes}`;
  const instant = new Date(`${day}T${time}${zone}`);
  // Node takes 30 February for 1 or 2 March.
  const midnight = new Date(`${day}T00:00Z`);
  if (Number.isNaN(instant.getTime()) || Number.isNaN(midnight.getTime())) return null;
  if (!midnight.toISOString().startsWith(day)) return null;
  const year = instant.getUTCFullYear();
  return year >= 1900 && year <= 9999 ? instant.toISOString() : null;
}
