import type { Sound } from './sound.ts';
import { timeInAddress } from './time-in-address.ts';

/**
 * Goes where the address says, else where this listener stopped, and keeps the place while it plays.
 * It stays in the listener's own browser.
 */
export function rememberPlace(sound: Sound, slug: string, signal: AbortSignal): void {
  const key = `place ${slug}`;
  const asked = timeInAddress(location);
  const kept = Number(recall(key));
  if (asked === null && kept > 5 && kept < sound.duration() - 10) sound.seek(kept);

  let last = 0;
  sound.onChange(() => {
    const now = Math.floor(sound.position());
    if (sound.audio.paused || Math.abs(now - last) < 3) return;
    last = now;
    remember(key, String(now));
  });
  const keep = () => remember(key, String(Math.floor(sound.position())));
  sound.audio.addEventListener('pause', keep, { signal });
}

/** What was kept in this browser; null also where it keeps nothing, as in private windows. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`alongside ${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`alongside ${key}`, value);
  } catch {
    // Storage is full or forbidden: then nothing is remembered.
  }
}
