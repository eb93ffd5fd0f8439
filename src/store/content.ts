import type { Heard } from '../episode/cast.ts';
import type { Episode } from '../episode/episode.ts';
import { hashOf } from './hash-file.ts';

/**
 * Hash of all that readers get of an episode; when it changes, the episode's date of change does.
 *
 * @param own hash of what its files give them, the people aside
 */
export function contentWith(own: string, { people, speakers }: Heard): string {
  return hashOf(JSON.stringify([own, people, speakers]));
}

/** Who is heard in an episode as it is shown. */
export function heardIn({ people, transcript }: Episode): Heard {
  return { people, speakers: transcript?.speakers ?? [] };
}
