/** A day as a page says it, `22 November 2015`. The clock is UTC's, so that every reader sees one date. */
export function day(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dayFormat.format(date);
}

/** A moment to the minute, `22 November 2015 at 14:05 UTC`. */
export function moment(iso: string): string {
  return `${momentFormat.format(new Date(iso))} UTC`;
}

/** How long something takes, rounded as people say it: `43 sec`, `7 min`, `1 h 5 min`. */
export function length(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} sec`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ');
}

/** Episodes as people count them. */
export function episodeCount(count: number): string {
  return count === 1 ? '1 episode' : `${count.toLocaleString('en')} episodes`;
}

/** Bytes as a reader weighs a download: `6.5 MB`, `420 kB`. Decimal units, as file managers show them. */
export function size(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
