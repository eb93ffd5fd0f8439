/**
 * The moment an address asks for, as `#t=61.2`, `?t=61.2`, `t=1:01` or `t=1m1s`; of a stretch `t=61,75`
 * its beginning. What follows `#` is the newer wish: links within the page set it.
 *
 * @returns seconds; null where there is none, or none that makes sense
 */
export function timeInAddress({ hash, search }: { hash: string; search: string }): number | null {
  for (const text of [hash.slice(1), search.slice(1)]) {
    const time = secondsOf(new URLSearchParams(text).get('t') ?? '');
    if (time !== null) return time;
  }
  return null;
}

function secondsOf(text: string): number | null {
  const start = text.split(',')[0] ?? '';
  if (/^(?:\d+:){0,2}\d+(?:\.\d+)?$/.test(start)) {
    return start.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(start);
  if (start === '' || parts === null) return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
