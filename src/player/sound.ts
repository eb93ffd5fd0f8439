/** The recording: where it is, and going somewhere else in it. */
export interface Sound {
  audio: HTMLAudioElement;
  /** Seconds: what decodes, by the server's measure, until the browser knows better. */
  duration(): number;
  /** Seconds: where it is, or where it will be as soon as the browser can. */
  position(): number;
  /** Goes to a moment; before the sound is there, as soon as it is. */
  seek(seconds: number): void;
  play(): void;
  toggle(): void;
  /** Calls back whenever the position or the state may look different. */
  onChange(callback: () => void): void;
  /** Calls back when someone chose a moment, which the words then show. */
  onSeek(callback: () => void): void;
}

/**
 * Safari on phones knows nothing of a recording before it is played, and forgets a `currentTime` that is
 * set too early. The wish is kept and set again until it holds.
 */
export function createSound(audio: HTMLAudioElement, measured: number, signal: AbortSignal): Sound {
  let wanted: number | null = null;
  let tries = 0;
  const changes: (() => void)[] = [];
  const seeks: (() => void)[] = [];
  const changed = () => {
    for (const callback of changes) callback();
  };
  const duration = () => (Number.isFinite(audio.duration) ? audio.duration : measured);

  const reachWanted = () => {
    if (wanted === null || audio.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const there = Math.abs(audio.currentTime - wanted) < 0.5 && !audio.seeking;
    if (there || tries === 5) wanted = null;
    else audio.currentTime = wanted;
    tries += 1;
  };
  for (const name of ['loadedmetadata', 'canplay', 'playing', 'seeked']) {
    audio.addEventListener(name, reachWanted, { signal });
  }
  for (const name of ['loadedmetadata', 'timeupdate', 'seeked', 'play', 'pause', 'ended']) {
    audio.addEventListener(name, changed, { signal });
  }
  const play = () => {
    // A browser may refuse to start by itself; then the reader presses play once more.
    audio.play().catch(() => {});
  };
  return {
    audio,
    duration,
    position: () => wanted ?? audio.currentTime,
    seek(seconds) {
      wanted = Math.max(0, Math.min(seconds, duration()));
      tries = 0;
      reachWanted();
      for (const callback of seeks) callback();
      changed();
    },
    play,
    toggle: () => (audio.paused ? play() : audio.pause()),
    onChange: (callback) => changes.push(callback),
    onSeek: (callback) => seeks.push(callback),
  };
}
