import type { AboutSound } from './about-sound.ts';
import type { Sound } from './sound.ts';

/** Tells the lock screen and the keyboard's media keys what plays, and lets them move in it. */
export function offerToSystem(sound: Sound, about: AboutSound, signal: AbortSignal): void {
  if (!('mediaSession' in navigator)) return;
  const session = navigator.mediaSession;
  const { title, artist, album, picture } = about;
  const go = (seconds: number) => () => sound.seek(sound.position() + seconds);
  sound.audio.addEventListener(
    'play',
    () => {
      const artwork = picture === null ? [] : [{ src: picture }];
      session.metadata = new MediaMetadata({ title, artist, album, artwork });
      session.setActionHandler('seekbackward', go(-15));
      session.setActionHandler('seekforward', go(15));
      session.setActionHandler('seekto', ({ seekTime }) => sound.seek(seekTime ?? 0));
    },
    { signal },
  );
}
