import type { Episode } from '../episode/episode.ts';
import { whoSpeaks } from './speakers.ts';

/** The names of who is heard in an episode, in a list of several. Each may run in another direction. */
export function WhoIsHeard({ episode }: { episode: Episode }) {
  const names = whoSpeaks(episode);
  if (names.length === 0) return null;
  return (
    <p class="speakers">
      {names.map((name, at) => (
        <>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </>
      ))}
    </p>
  );
}
