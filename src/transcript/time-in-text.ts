const time = /^(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/** What the fourth part of `00:00:28:53` makes of the others: days before hours, or frames after seconds. */
export type FourParts = 'days' | 'frames';

/**
 * Reads a time as people write it into text: `0:12`, `61:05`, `1:02:03`, `00:00:40.08`. Four parts are days,
 * hours, minutes and seconds, as mission transcripts have them, or hours to seconds and hundredths.
 *
 * @returns seconds, or null where it is none
 */
export function timeInText(text: string, four: FourParts = 'days'): number | null {
  const found = time.exec(text);
  if (found === null) return null;
  const parts = [found[1], found[2], found[3], found[4]].filter((part) => part !== undefined);
  const frames = parts.length === 4 && four === 'frames' ? parts.pop() : undefined;
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = parts.reverse().map(Number);
  if (seconds > 59 || (parts.length > 2 && minutes > 59)) return null;
  const whole = days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return Number(`${whole}.${frames ?? found[5] ?? '0'}`);
}
