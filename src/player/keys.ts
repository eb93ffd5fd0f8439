import type { Sound } from './sound.ts';

/** Keys while the focus is in the player: space or k plays, arrows go 5 seconds, j and l 15. */
export function connectKeys(sound: Sound, player: HTMLElement, signal: AbortSignal): void {
  player.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const on = event.target as Element;
      // A button, link or list has its own use for space, and a list for arrows.
      if (on.matches('select') || (event.key === ' ' && on.matches('button, a'))) return;
      const act = keys[event.key];
      if (act === undefined) return;
      act(sound);
      event.preventDefault();
    },
    { signal },
  );
}

const go = (seconds: number) => (sound: Sound) => sound.seek(sound.position() + seconds);

const keys: Record<string, (sound: Sound) => void> = {
  ' ': (sound) => sound.toggle(),
  k: (sound) => sound.toggle(),
  ArrowLeft: go(-5),
  ArrowRight: go(5),
  ArrowDown: go(-5),
  ArrowUp: go(5),
  j: go(-15),
  l: go(15),
  PageDown: go(-60),
  PageUp: go(60),
  Home: (sound) => sound.seek(0),
  End: (sound) => sound.seek(sound.duration()),
};
