import type { Fragment } from '../episode/media-fragment.ts';

/** The recording: where it is, and going somewhere else in it. */
export interface Sound {
  audio: HTMLAudioElement;
  /** Seconds: what decodes, by the server's measure, until the browser knows better. */
  duration(): number;
  /** Seconds: where it is, or where it will be as soon as the browser can. */
  position(): number;
  /** Opens the recording at a moment that will most likely be wanted next. */
  prepare(seconds: number): void;
  /** Goes to a moment; before the sound is there, as soon as it is. */
  seek(seconds: number): void;
  /** Goes to a stretch; once played it stops at its end, and after that plays on as usual. */
  choose(stretch: Fragment): void;
  /** Whether it is at a stretch that someone chose, which is not where they listen otherwise. */
  isExcerpt(): boolean;
  play(): void;
  /** Plays a stretch, and only then tells others of it, who have much to do on a long page. */
  playFrom(stretch: Fragment): void;
  toggle(): void;
  /** Calls back whenever the position or the state may look different. */
  onChange(callback: () => void): void;
  /** Calls back when someone chose a moment, which the words then show. */
  onSeek(callback: () => void): void;
}

/**
 * Safari on phones knows nothing of a recording before it is played, and forgets a `currentTime` that is
 * set too early. So the wish is kept and set again until it holds, and stands in the address of the
 * recording as well, which Safari does read.
 */
export function createSound(audio: HTMLAudioElement, measured: number, signal: AbortSignal): Sound {
  const plain = audio.src;
  let wanted: number | null = null;
  let tries = 0;
  let stopAt: number | null = null;
  let excerpt = false;
  let stopping: ReturnType<typeof setTimeout> | undefined;
  const changes: (() => void)[] = [];
  const seeks: (() => void)[] = [];
  const changed = () => {
    for (const callback of changes) callback();
  };
  const on = (names: string, act: () => void) => {
    for (const name of names.split(' ')) audio.addEventListener(name, act, { signal });
  };
  const duration = () => (Number.isFinite(audio.duration) ? audio.duration : measured);

  const reachWanted = () => {
    if (wanted === null || audio.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const there = Math.abs(audio.currentTime - wanted) < 0.5;
    // On its way by the address: asked once more it would begin anew.
    if (there && audio.seeking) return;
    if (there || tries === 5) wanted = null;
    else audio.currentTime = wanted;
    tries += 1;
  };
  /** `timeupdate` comes four times a second, which may be a word too late. */
  const stopInTime = () => {
    clearTimeout(stopping);
    if (stopAt === null || audio.paused || wanted !== null) return;
    const left = stopAt - audio.currentTime;
    if (left > 0.001) {
      stopping = setTimeout(stopInTime, (left / audio.playbackRate) * 1000);
      return;
    }
    stopAt = null;
    audio.pause();
  };
  on('play', () => {
    excerpt &&= stopAt !== null;
  });
  on('loadedmetadata canplay playing seeked', reachWanted);
  on('playing timeupdate ratechange seeked', stopInTime);
  on('loadedmetadata timeupdate seeked play pause ended', changed);

  const play = () => {
    if (audio.error) {
      wanted ??= audio.currentTime;
      tries = 0;
      audio.load();
    }
    // A browser may refuse to start by itself; then the reader presses play once more.
    audio.play().catch(() => {});
  };
  /** Before anything of the recording is there, its address says where to begin. */
  const address = (seconds: number) => {
    const wish = `${plain}#t=${seconds}`;
    if (audio.readyState === 0 && audio.paused && audio.src !== wish) audio.src = wish;
  };
  const goTo = ({ start, end }: Fragment) => {
    wanted = Math.max(0, Math.min(start, duration()));
    tries = 0;
    stopAt = end;
    excerpt = end !== null;
    address(wanted);
    reachWanted();
  };
  const chosen = () => {
    for (const callback of seeks) callback();
    changed();
  };
  const choose = (stretch: Fragment) => {
    goTo(stretch);
    chosen();
  };
  return {
    audio,
    duration,
    position: () => wanted ?? audio.currentTime,
    prepare(seconds) {
      address(seconds);
      audio.preload = 'auto';
    },
    seek: (seconds) => choose({ start: seconds, end: null }),
    choose,
    isExcerpt: () => excerpt,
    play,
    playFrom(stretch) {
      goTo(stretch);
      play();
      chosen();
    },
    toggle: () => (audio.paused ? play() : audio.pause()),
    onChange: (callback) => changes.push(callback),
    onSeek: (callback) => seeks.push(callback),
  };
}
