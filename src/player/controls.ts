import { clock } from '../episode/timecode.ts';
import type { Parts } from './parts.ts';
import type { Sound } from './sound.ts';

/** Shows our controls in the place of the browser's, and lets them tell and change what the sound does. */
export function connectControls(sound: Sound, parts: Parts, signal: AbortSignal): void {
  const { audio } = sound;
  const on = (part: EventTarget, event: string, act: (event: Event) => void) =>
    part.addEventListener(event, act, { signal });

  on(parts.play, 'pointerdown', () => sound.prepare(sound.position()));
  on(parts.play, 'click', sound.toggle);
  on(parts.back, 'click', () => sound.seek(sound.position() - 15));
  on(parts.forward, 'click', () => sound.seek(sound.position() + 15));
  const { more } = parts;
  const closeMore = (event: Event) => {
    if (!more.contains(event.target as Node)) more.open = false;
  };
  on(document, 'pointerdown', closeMore);
  on(document, 'focusin', closeMore);
  on(more, 'keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape') return;
    more.open = false;
    more.querySelector('summary')?.focus();
  });

  const show = () => {
    const position = sound.position();
    const name = audio.paused ? 'Play' : 'Pause';
    if (parts.play.getAttribute('aria-label') !== name) parts.play.setAttribute('aria-label', name);
    parts.position.textContent = clock(position);
    parts.remaining.textContent = `−${clock(sound.duration() - position)}`;
  };
  sound.onChange(show);
  show();
  audio.controls = false;
  parts.controls.hidden = false;
}
