/** A stretch of the recording, in seconds. */
export interface Fragment {
  start: number;
  /** Null where it is open. */
  end: number | null;
}

/**
 * The stretch that the `t` of an address asks for: `61.2,75.9`, `61.2`, `,75.9`, `1:01`, `1m1s` (W3C Media
 * Fragments URI 1.0, section 4.2.1, and what people write besides).
 *
 * @returns null where it makes no sense; an end that is none is left out
 */
export function readFragment(text: string): Fragment | null {
  const [from = '', to = ''] = text.replace(/^npt:/, '').split(',');
  const end = secondsOf(to);
  const start = from === '' && end !== null ? 0 : secondsOf(from);
  return start === null ? null : { start, end: end !== null && end > start ? end : null };
}

/** A stretch as an address has it, to the hundredth: `61.2,75.9`. */
export function printFragment({ start, end }: Fragment): string {
  return [start, end]
    .filter((time) => time !== null)
    .map((time) => Number(time.toFixed(2)))
    .join();
}

function secondsOf(text: string): number | null {
  if (/^(?:\d{1,3}:){0,2}\d{1,6}(?:\.\d{1,9})?$/.test(text)) {
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (text === '' || parts === null) return null;
  return parts.slice(1).reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
}
