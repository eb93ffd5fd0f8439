/** A stretch of the recording, in seconds. */
export interface Stretch {
  start: number;
  /** Null where it is open. */
  end: number | null;
}

/**
 * The stretch an address asks for, as `#t=61.2,75.9`, `?t=61.2`, `t=1:01` or `t=1m1s` (W3C Media Fragments
 * URI 1.0, section 4.2.1, and what people write besides). What follows `#` is the newer wish: links within
 * the page set it.
 *
 * @returns null where there is none, or none that makes sense
 */
export function stretchInAddress({
  hash,
  search,
}: {
  hash: string;
  search: string;
}): Stretch | null {
  for (const text of [hash.slice(1), search.slice(1)]) {
    const asked = new URLSearchParams(text).get('t')?.replace(/^npt:/, '');
    if (!asked) continue;
    const [from = '', to = ''] = asked.split(',');
    const end = secondsOf(to);
    const start = from === '' && end !== null ? 0 : secondsOf(from);
    if (start !== null) return { start, end: end !== null && end > start ? end : null };
  }
  return null;
}

/** A stretch as an address has it, to the hundredth: `61.2,75.9`. */
export function addressOf({ start, end }: Stretch): string {
  return [start, end]
    .filter((time) => time !== null)
    .map((time) => Number(time.toFixed(2)))
    .join();
}

function secondsOf(text: string): number | null {
  if (/^(?:\d+:){0,2}\d+(?:\.\d+)?$/.test(text)) {
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (text === '' || parts === null) return null;
  return parts.slice(1).reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
}
