/** The elements of the player, as `render/player.tsx` writes them. */
export interface Parts {
  audio: HTMLAudioElement;
  controls: HTMLElement;
  seek: HTMLElement;
  pointed: HTMLElement;
  play: HTMLButtonElement;
  back: HTMLButtonElement;
  forward: HTMLButtonElement;
  position: HTMLElement;
  remaining: HTMLElement;
  chapter: HTMLElement;
  speed: HTMLSelectElement;
  toNow: HTMLButtonElement;
  failure: HTMLElement;
}

/** Null where the page has no complete player: then the browser's own controls stay. */
export function partsOf(player: HTMLElement): Parts | null {
  const audio = player.querySelector('audio');
  if (audio === null) return null;
  const found: Record<string, Element | null> = { audio };
  for (const name of names) found[name] = player.querySelector(`[data-part="${name}"]`);
  return Object.values(found).includes(null) ? null : (found as unknown as Parts);
}

const names = [
  'controls',
  'seek',
  'pointed',
  'play',
  'back',
  'forward',
  'position',
  'remaining',
  'chapter',
  'speed',
  'toNow',
  'failure',
] as const satisfies (keyof Parts)[];
