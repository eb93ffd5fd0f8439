import { recall, remember } from './remember.ts';

/**
 * How loud it plays. Phones that leave this to their own buttons show no slider.
 *
 * @returns silences it, or lets it be heard again
 */
export function connectVolume(
  audio: HTMLAudioElement,
  slider: HTMLInputElement,
  say: (text: string) => void,
  signal: AbortSignal,
): () => void {
  const kept = Number(recall('volume') ?? 1);
  audio.volume = kept >= 0 && kept <= 1 ? kept : 1;
  const before = audio.volume;
  audio.volume = before > 0.5 ? before - 0.25 : before + 0.25;
  const fixed = audio.volume === before;
  audio.volume = before;
  const holder = slider.closest('label');
  if (holder) holder.hidden = fixed;
  const show = () => {
    slider.value = String(audio.muted ? 0 : audio.volume);
  };
  slider.addEventListener(
    'input',
    () => {
      audio.muted = false;
      audio.volume = Number(slider.value);
      remember('volume', slider.value);
    },
    { signal },
  );
  audio.addEventListener('volumechange', show, { signal });
  show();
  return () => {
    audio.muted = !audio.muted;
    say(audio.muted ? 'Sound off' : 'Sound on');
  };
}
