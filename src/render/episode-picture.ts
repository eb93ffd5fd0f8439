import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { type Card, cardSize } from './card.tsx';
import type { LinkedPicture } from './metadata.tsx';
import { absolute, paths, type Site } from './site.ts';
import { whoSpeaks } from './speakers.ts';

/** What others show beside a link to an episode: its card, else its cover; null where it has neither. */
export function episodePicture(
  site: Site,
  show: Show,
  episode: Episode,
  card: Card | null,
): LinkedPicture | null {
  const { slug, title, cover } = episode;
  if (card !== null) {
    const speakers = whoSpeaks(episode);
    const alt = [title, show.title, speakers.length > 0 && `with ${speakers.join(', ')}`];
    const url = absolute(site, paths.card(slug, card.hash));
    return { url, ...cardSize, alt: alt.filter(Boolean).join(' · ') };
  }
  if (cover === null) return null;
  const { hash, type, width, height } = cover;
  const url = absolute(site, paths.cover(slug, hash, type));
  return { url, width, height, alt: `The cover of ${title}` };
}
