import { clock } from '../episode/timecode.ts';

/** Played before the first word that was asked for, seconds, so that it is not cut. */
const leadIn = 0.3;
/** How often the browser is asked to go there. */
const mostTries = 5;

export interface ResultsParts {
  /** What holds the results. */
  found: HTMLElement;
  audio: HTMLAudioElement;
  /** The choice to go on from result to result, a label around its box. */
  playOn: HTMLElement;
  /** Speaks to those who do not see the page. */
  say(text: string): void;
}

/** A result that is played, by its button. */
interface Heard {
  button: HTMLButtonElement;
  /** Address of the recording. */
  sound: string;
  /** Seconds. */
  start: number;
  end: number;
}

/**
 * Plays results where they stand, each from a little before its first word to its end, one at a time. One that
 * is paused goes on from there, unless another was played meanwhile.
 */
export function hearResults({ found, audio, playOn, say }: ResultsParts): { renew(): void } {
  const box = playOn.querySelector('input') as HTMLInputElement;
  let heard: Heard | null = null;
  let paused: Heard | null = null;
  /** Where to begin, until the browser has got there. */
  let wanted: number | null = null;
  let tries = 0;
  let stopping: ReturnType<typeof setTimeout> | undefined;
  const buttons = () => [...found.querySelectorAll<HTMLButtonElement>('[data-part="hear"]')];

  const show = (button: HTMLButtonElement, isHeard: boolean) => {
    const name = isHeard ? 'Pause' : `Play from ${clock(Number(button.dataset.start))}`;
    button.setAttribute('aria-label', name);
    button.closest('.hit')?.classList.toggle('heard', isHeard);
  };
  const stop = () => {
    clearTimeout(stopping);
    if (heard !== null) show(heard.button, false);
    heard = null;
    paused = null;
    wanted = null;
    audio.pause();
  };
  const pause = () => {
    const reached = wanted === null ? heard : null;
    stop();
    paused = reached;
  };
  const hear = (button: HTMLButtonElement) => {
    const before = paused;
    stop();
    heard = heardBy(button);
    show(button, true);
    tries = 0;
    if (isSame(before, heard) && audio.readyState > 0 && !audio.error) {
      audio.play().catch(() => {});
      return;
    }
    wanted = Math.max(0, heard.start - leadIn);
    // Before anything of a recording is there, its address says where to begin: Safari on phones needs it.
    if (!audio.src.startsWith(`${heard.sound}#`) || audio.readyState === 0 || audio.error) {
      audio.src = `${heard.sound}#t=${wanted}`;
    } else {
      audio.currentTime = wanted;
    }
    // What fails to load says so by itself; what was stopped meanwhile need not be told.
    audio.play().catch(() => {});
  };
  const reachWanted = () => {
    if (wanted === null || audio.readyState < HTMLMediaElement.HAVE_METADATA) return;
    tries += 1;
    // What lies beyond the sound is never reached.
    if (tries <= mostTries && Math.abs(audio.currentTime - wanted) > 0.5) {
      audio.currentTime = wanted;
    } else wanted = null;
  };
  const finish = () => {
    const all = buttons();
    const next = heard && box.checked && all[all.indexOf(heard.button) + 1];
    // Whoever is on the button that ends goes along, to be able to stop the next.
    const goesAlong = heard !== null && document.activeElement === heard.button;
    if (!next) {
      stop();
      return;
    }
    hear(next);
    if (goesAlong) next.focus({ preventScroll: true });
    next.closest('.hit')?.scrollIntoView({ block: 'nearest' });
  };
  /** `timeupdate` comes four times a second, which may be a word too late. */
  const stopInTime = () => {
    clearTimeout(stopping);
    if (heard === null || audio.paused || audio.seeking || wanted !== null) return;
    const left = heard.end - audio.currentTime;
    if (left > 0.001) stopping = setTimeout(stopInTime, left * 1000);
    else finish();
  };

  for (const name of ['loadedmetadata', 'canplay', 'playing', 'seeked', 'timeupdate']) {
    audio.addEventListener(name, () => {
      reachWanted();
      stopInTime();
    });
  }
  audio.addEventListener('ended', finish);
  // Headphones that were pulled out, or another tab that plays.
  audio.addEventListener('pause', () => {
    if (audio.paused && !audio.ended && heard !== null) pause();
  });
  audio.addEventListener('error', () => {
    if (heard === null) return;
    stop();
    say('The sound could not be loaded.');
  });
  found.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('[data-part="hear"]');
    if (button === null) return;
    if (button === heard?.button) pause();
    else hear(button);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || heard === null) return;
    // In the field, Escape would also take away what was written.
    event.preventDefault();
    pause();
  });

  /** Where there are other results now, the one that is played goes on if it is still among them. */
  const renew = () => {
    const all = buttons();
    for (const button of all) button.hidden = false;
    playOn.hidden = all.length < 2;
    if (heard === null) return;
    const same = all.find((button) => isSame(heardBy(button), heard));
    if (same === undefined) {
      stop();
      return;
    }
    heard = heardBy(same);
    show(same, true);
  };
  renew();
  return { renew };
}

function isSame(one: Heard | null, other: Heard | null): boolean {
  return one !== null && one.sound === other?.sound && one.start === other.start;
}

function heardBy(button: HTMLButtonElement): Heard {
  const { sound = '', start, end } = button.dataset;
  const { href } = new URL(sound, document.baseURI);
  return { button, sound: href, start: Number(start), end: Number(end) };
}
