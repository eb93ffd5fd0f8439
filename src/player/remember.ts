import { fragmentInAddress } from './fragment-in-address.ts';
import type { Sound } from './sound.ts';

/**
 * Goes where this listener stopped, unless the address says where to go, and keeps the place while it
 * plays. It stays in the listener's own browser; what was heard to the end begins anew.
 */
export function rememberPlace(sound: Sound, slug: string, signal: AbortSignal): void {
  const key = `place ${slug}`;
  const kept = Number(recall(key));
  const open = kept > 5 && kept < sound.duration() - 10;
  if (open && fragmentInAddress(location) === null) sound.seek(kept);

  let last = 0;
  const keep = () => {
    last = Math.floor(sound.position());
    remember(key, String(last));
  };
  sound.onChange(() => {
    if (!sound.audio.paused && Math.abs(sound.position() - last) >= 3) keep();
  });
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
