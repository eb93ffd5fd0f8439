import type { Episode } from '../episode/episode.ts';
import { printFragment } from '../episode/media-fragment.ts';
import type { PageOfHits } from '../publish/search/page-of-hits.ts';
import { paths } from '../render/site.ts';
import type { Context } from './context.ts';

type Hit = PageOfHits['hits'][number];

/** A hit with the episode it was found in. */
export interface FoundInEpisode extends Pick<Hit, 'kind' | 'text' | 'marks' | 'start' | 'end'> {
  episode: Episode;
  /** Null where nobody speaks. */
  speaker: string | null;
  /** Where it is on the episode's page. */
  path: string;
}

/** Null where readers do not see the episode any more. */
export function foundInEpisode({ catalogue }: Context, hit: Hit): FoundInEpisode | null {
  const { slug, kind, text, marks, start, end } = hit;
  const episode = catalogue.episode(slug);
  if (episode === undefined) return null;
  const at = start === null ? wordsOf(hit) : `#t=${printFragment({ start, end: null })}`;
  return {
    ...{ episode, kind, text, marks, start, end },
    speaker: hit.speakers || null,
    path: `${paths.episode(slug)}${at}`,
  };
}

/** Words without a time are found by the browser itself (WICG Scroll To Text Fragment). */
function wordsOf({ kind, text, marks }: Hit): string {
  const first = marks[0];
  if (kind !== 'said' || first === undefined) return '';
  const words = text.slice(first.from).split(' ').slice(0, 5).join(' ').replace(/ …$/, '');
  return `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}
