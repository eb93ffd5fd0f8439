/** The elements of the player, as `render/player.tsx` and `render/player-controls.tsx` write them. */
export interface Parts {
  audio: HTMLAudioElement;
  controls: HTMLElement;
  seek: HTMLElement;
  pointed: HTMLElement;
  play: HTMLElement;
  back: HTMLElement;
  forward: HTMLElement;
  position: HTMLElement;
  remaining: HTMLElement;
  chapter: HTMLElement;
  speed: HTMLSelectElement;
  toNow: HTMLElement;
  failure: HTMLElement;
}

/** Throws where one is missing, before anything is changed: then the browser's own controls stay. */
export function partsOf(player: HTMLElement): Parts {
  const find = <Part extends HTMLElement>(selector: string): Part => {
    const found = player.querySelector<Part>(selector);
    if (found === null) throw new Error(`The player has no ${selector}.`);
    return found;
  };
  const part = (name: string) => find(`[data-part="${name}"]`);
  return {
    audio: find('audio'),
    controls: part('controls'),
    seek: part('seek'),
    pointed: part('pointed'),
    play: part('play'),
    back: part('back'),
    forward: part('forward'),
    position: part('position'),
    remaining: part('remaining'),
    chapter: part('chapter'),
    speed: find('[data-part="speed"]'),
    toNow: part('toNow'),
    failure: part('failure'),
  };
}
