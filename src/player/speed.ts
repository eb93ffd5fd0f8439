import { recall, remember } from './remember.ts';

/**
 * How fast it plays, at the same pitch. Kept for the episode; a new episode begins with what was chosen
 * last.
 *
 * @returns goes to the next faster (1) or slower (−1) speed
 */
export function connectSpeed(
  audio: HTMLAudioElement,
  list: HTMLSelectElement,
  slug: string,
  signal: AbortSignal,
): (way: 1 | -1) => void {
  const key = `speed ${slug}`;
  const set = () => {
    // Where the source loads anew, the browser goes back to its default.
    audio.defaultPlaybackRate = audio.playbackRate = Number(list.value);
  };
  const choose = () => {
    set();
    remember(key, list.value);
    remember('speed', list.value);
  };
  list.addEventListener('change', choose, { signal });
  const kept = recall(key) ?? recall('speed');
  if (kept !== null) list.value = kept;
  if (list.value === '') list.value = '1';
  audio.preservesPitch = true;
  set();
  return (way) => {
    const to = list.selectedIndex + way;
    if (to < 0 || to >= list.length) return;
    list.selectedIndex = to;
    choose();
  };
}
