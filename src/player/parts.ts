/** The elements of the player by their `data-part`, as `render/player.tsx` and its neighbours write them. */
export interface Parts {
  audio: HTMLAudioElement;
  controls: HTMLElement;
  seek: HTMLElement;
  pointed: HTMLElement;
  hits: HTMLElement;
  quoted: HTMLElement;
  play: HTMLElement;
  back: HTMLElement;
  forward: HTMLElement;
  position: HTMLElement;
  remaining: HTMLElement;
  chapter: HTMLSelectElement;
  speed: HTMLSelectElement;
  toNow: HTMLElement;
  more: HTMLDetailsElement;
  sleep: HTMLSelectElement;
  sleepLeft: HTMLElement;
  volume: HTMLInputElement;
  openSheet: HTMLElement;
  sheet: HTMLDialogElement;
  anywhere: HTMLInputElement;
  find: HTMLElement;
  query: HTMLInputElement;
  count: HTMLElement;
  previous: HTMLButtonElement;
  next: HTMLButtonElement;
  playHit: HTMLButtonElement;
  close: HTMLElement;
  status: HTMLElement;
  failure: HTMLElement;
}

/** A part that is missing shows at its first use, before anything is changed for the worse. */
export function partsOf(player: HTMLElement): Parts {
  const parts: Record<string, Element> = {};
  for (const part of player.querySelectorAll<HTMLElement>('[data-part]')) {
    parts[part.dataset.part as string] = part;
  }
  return parts as unknown as Parts;
}
