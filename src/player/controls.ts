import { clock } from '../episode/timecode.ts';
import type { AboutSound } from './about-sound.ts';
import type { Parts } from './parts.ts';
import { recall, remember } from './remember.ts';
import type { Sound } from './sound.ts';

/** Shows our controls in the place of the browser's, and lets them tell and change what the sound does. */
export function connectControls(
  sound: Sound,
  parts: Parts,
  about: AboutSound,
  signal: AbortSignal,
): void {
  const { audio } = sound;
  const on = (part: HTMLElement, event: string, act: () => void) =>
    part.addEventListener(event, act, { signal });

  on(parts.play, 'click', sound.toggle);
  on(parts.back, 'click', () => sound.seek(sound.position() - 15));
  on(parts.forward, 'click', () => sound.seek(sound.position() + 15));
  on(parts.speed, 'change', () => {
    audio.playbackRate = Number(parts.speed.value);
    remember('speed', parts.speed.value);
  });
  const failed = () => {
    parts.failure.hidden = audio.error === null;
  };
  on(audio, 'error', failed);
  failed();

  const speed = recall('speed');
  if (speed !== null) parts.speed.value = speed;
  if (parts.speed.value === '') parts.speed.value = '1';
  // Where the source loads anew, the browser goes back to its default.
  audio.defaultPlaybackRate = audio.playbackRate = Number(parts.speed.value);
  audio.preservesPitch = true;

  const show = () => {
    const position = sound.position();
    const name = audio.paused ? 'Play' : 'Pause';
    if (parts.play.getAttribute('aria-label') !== name) parts.play.setAttribute('aria-label', name);
    parts.position.textContent = clock(position);
    parts.remaining.textContent = `−${clock(sound.duration() - position)}`;
    parts.chapter.textContent =
      about.chapters.findLast(({ start }) => start <= position)?.title ?? '';
  };
  sound.onChange(show);
  show();
  audio.controls = false;
  parts.controls.hidden = false;
}
