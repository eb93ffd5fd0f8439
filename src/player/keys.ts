import type { Parts } from './parts.ts';
import { recall, remember } from './remember.ts';
import type { Sound } from './sound.ts';

/** What keys do beyond moving in the sound. */
export interface KeyActs {
  nextChapter(): void;
  previousChapter(): void;
  speed(way: 1 | -1): void;
  mute(): void;
  openFind(): void;
  backToNow(): void;
}

/**
 * Keys. Letters work anywhere on the page unless the reader switched that off (WCAG 2.1, 2.1.4); those
 * that a page needs itself only while the focus is in the player, or on its waveform. `render/shortcuts.tsx`
 * is the sheet of them all.
 */
export function connectKeys(
  sound: Sound,
  player: HTMLElement,
  { sheet, openSheet, anywhere, seek }: Parts,
  acts: KeyActs,
  signal: AbortSignal,
): void {
  const go = (seconds: number) => () => sound.seek(sound.position() + seconds);
  const letters: Record<string, () => void> = {
    k: sound.toggle,
    j: go(-15),
    l: go(15),
    n: acts.nextChapter,
    p: acts.previousChapter,
    '>': () => acts.speed(1),
    '<': () => acts.speed(-1),
    m: acts.mute,
    f: acts.backToNow,
    '/': acts.openFind,
    '?': () => sheet.showModal(),
  };
  const inPlayer: Record<string, () => void> = {
    ' ': sound.toggle,
    ArrowLeft: go(-5),
    ArrowRight: go(5),
  };
  const onSlider: Record<string, () => void> = {
    ArrowDown: go(-5),
    ArrowUp: go(5),
    PageDown: go(-60),
    PageUp: go(60),
    Home: () => sound.seek(0),
    End: () => sound.seek(sound.duration()),
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || sheet.open) return;
      const on = event.target as Element;
      // Fields and lists have their own use for keys, and buttons and links for space.
      if (on.matches('input, select, textarea')) return;
      if (event.key === ' ' && on.matches('button, a, summary')) return;
      const inside = player.contains(on);
      const act =
        (on === seek ? onSlider[event.key] : undefined) ??
        (inside ? inPlayer[event.key] : undefined) ??
        (inside || anywhere.checked ? letters[event.key] : undefined);
      if (act === undefined) return;
      act();
      event.preventDefault();
    },
    { signal },
  );
  openSheet.addEventListener('click', () => sheet.showModal(), { signal });
  const beside = (event: Event) => {
    if (event.target === sheet) sheet.close();
  };
  sheet.addEventListener('click', beside, { signal });
  anywhere.checked = recall('keys') !== 'player';
  anywhere.addEventListener(
    'change',
    () => remember('keys', anywhere.checked ? 'anywhere' : 'player'),
    { signal },
  );
}
