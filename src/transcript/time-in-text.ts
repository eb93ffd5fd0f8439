const time = /^(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/**
 * Reads a time as people write it into text: `0:12`, `61:05`, `1:02:03`, `00:00:40.08`. Four parts are days,
 * hours, minutes and seconds (`00:00:28:53`), as mission transcripts have them.
 *
 * @returns seconds, or null where it is none
 */
export function timeInText(text: string): number | null {
  const found = time.exec(text);
  if (found === null) return null;
  const [, first, second, minutes, seconds, fraction = '0'] = found;
  const [days, hours] = second === undefined ? ['0', first ?? '0'] : [first!, second];
  if (Number(seconds) > 59 || (first !== undefined && Number(minutes) > 59)) return null;
  const whole =
    Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number(`${whole}.${fraction}`);
}
