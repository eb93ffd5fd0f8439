import type { Sound } from './sound.ts';

/**
 * Keeps the place while it plays, in the listener's own browser. A stretch that someone was sent to is not
 * the place where they listen; what was heard to the end begins anew.
 */
export function keepPlace(sound: Sound, slug: string, signal: AbortSignal): void {
  let last = 0;
  const keep = () => {
    if (sound.isExcerpt()) return;
    last = Math.floor(sound.position());
    remember(placeOf(slug), String(last));
  };
  sound.onChange(() => {
    if (!sound.audio.paused && Math.abs(sound.position() - last) >= 3) keep();
  });
  sound.audio.addEventListener('pause', keep, { signal });
}

/**
 * Where this listener stopped, seconds; null where that is at the beginning or the end.
 *
 * @param duration seconds
 */
export function keptPlace(slug: string, duration: number): number | null {
  const kept = Number(recall(placeOf(slug)));
  return kept > 5 && kept < duration - 10 ? kept : null;
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

function placeOf(slug: string): string {
  return `place ${slug}`;
}
