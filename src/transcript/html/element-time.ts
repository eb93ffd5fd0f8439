import { timeInText } from '../time-in-text.ts';

const duration = /^\s*PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:[.,]\d{1,9})?)S)?\s*$/i;

/**
 * When a `time` element says its words begin: by its `datetime`, as a duration (`PT1M42.5S`) or a time
 * (`0:01:42.5`), or by its text (`1:42`, `[1:42]`).
 *
 * @returns seconds, or null where it is a date or time of day that no recording has
 */
export function elementTime(datetime: string | undefined, text: string): number | null {
  const found = duration.exec(datetime ?? '');
  if (found !== null) {
    const [, hours = '0', minutes = '0', seconds = '0'] = found;
    const whole = Number(hours) * 3600 + Number(minutes) * 60;
    return Number((whole + Number(seconds.replace(',', '.'))).toFixed(9));
  }
  const printed = text.trim().replace(/^[[(]([^\])]*)[\])]$/, '$1');
  return timeInText(datetime?.trim() ?? '') ?? timeInText(printed);
}
