import type { AboutSound } from './about-sound.ts';
import type { ChapterJumps } from './chapters.ts';
import type { Sound } from './sound.ts';

/** Tells the lock screen and the headset's keys what plays and where, and lets them move in it. */
export function offerToSystem(
  sound: Sound,
  { title, artist, album, picture, chapters }: AboutSound,
  jumps: ChapterJumps,
  signal: AbortSignal,
): void {
  if (!('mediaSession' in navigator)) return;
  const session = navigator.mediaSession;
  const go = (seconds: number) => () => sound.seek(sound.position() + seconds);
  const acts: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: sound.play,
    pause: () => sound.audio.pause(),
    seekbackward: go(-15),
    seekforward: go(15),
    seekto: ({ seekTime }) => sound.seek(seekTime ?? 0),
    ...(chapters.length > 0 && { previoustrack: jumps.previous, nexttrack: jumps.next }),
  };
  const begin = () => {
    const artwork = picture === null ? [] : [{ src: picture }];
    session.metadata = new MediaMetadata({ title, artist, album, artwork });
    for (const [name, act] of Object.entries(acts)) {
      try {
        session.setActionHandler(name as MediaSessionAction, act);
      } catch {
        // An action this browser does not know.
      }
    }
  };
  const tellPosition = () => {
    const duration = sound.duration();
    const position = Math.min(sound.position(), duration);
    session.setPositionState?.({ duration, position, playbackRate: sound.audio.playbackRate });
  };
  sound.audio.addEventListener('play', begin, { signal, once: true });
  for (const event of ['playing', 'pause', 'seeked', 'ratechange']) {
    sound.audio.addEventListener(event, tellPosition, { signal });
  }
}
