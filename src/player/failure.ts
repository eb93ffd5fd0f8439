/** How long the sound may wait for its bytes before that is called a failure. Milliseconds. */
const patience = 10_000;

/** Shows that the sound cannot be played, be it refused or just not coming, until it plays again. */
export function tellFailure(
  audio: HTMLAudioElement,
  sentence: HTMLElement,
  signal: AbortSignal,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const on = (names: string, act: () => void) => {
    for (const name of names.split(' ')) audio.addEventListener(name, act, { signal });
  };
  const show = () => {
    sentence.hidden = false;
  };
  on('error', show);
  on('waiting stalled', () => {
    clearTimeout(waiting);
    if (!audio.paused) waiting = setTimeout(show, patience);
  });
  on('playing timeupdate pause emptied', () => {
    clearTimeout(waiting);
    sentence.hidden = audio.error === null;
  });
  if (audio.error) show();
}
