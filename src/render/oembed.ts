import { h } from 'preact';
import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPart } from '../markup/page.ts';
import type { LinkedPicture } from './metadata.tsx';
import { absolute, paths, type Site } from './site.ts';

/** An answer of oEmbed 1.0 (oembed.com, section 2.3.4.4), type `rich`. */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  provider_name: string;
  provider_url: string;
  html: string;
  /** Pixels. */
  width: number;
  height: number;
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** What of an episode is to be embedded. */
export interface Embedded {
  /** Seconds, or from and to, as addresses have them: `61.2,75.9`; null for the whole. */
  time: string | null;
  /** Whether the words stand under the player. */
  withWords: boolean;
}

/** The size the embedded player is drawn for; it also works at a third of the width. Pixels. */
const drawnFor = { width: 640, height: 180, heightWithWords: 480 };

/** How another site embeds an episode, never larger than it asked for. */
export function oembedFor({
  site,
  show,
  episode,
  embedded = { time: null, withWords: false },
  picture = null,
  maxwidth = Number.POSITIVE_INFINITY,
  maxheight = Number.POSITIVE_INFINITY,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  embedded?: Embedded;
  /** What may stand for it until it is there. */
  picture?: LinkedPicture | null;
  maxwidth?: number | undefined;
  maxheight?: number | undefined;
}): Oembed {
  const wanted = embedded.withWords ? drawnFor.heightWithWords : drawnFor.height;
  const width = Math.min(drawnFor.width, maxwidth);
  const height = Math.min(wanted, maxheight);
  const { title, slug } = episode;
  const { time } = embedded;
  const frame = h(
    'iframe',
    {
      src: absolute(site, paths.embed(slug)) + queryOf(embedded),
      title: `${title}: listen at ${show.title}`,
      ...{ width, height, loading: 'lazy', frameborder: '0', allow: 'autoplay' },
    },
    // Feed readers take the frame away and keep what is in it.
    h(
      'a',
      { href: absolute(site, paths.episode(slug)) + (time === null ? '' : `#t=${time}`) },
      title,
    ),
  );
  // Section 2.3.4: a thumbnail, too, respects what was asked for.
  const fits = picture && picture.width <= maxwidth && picture.height <= maxheight;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: show.author,
    provider_name: show.title,
    provider_url: absolute(site, paths.front()),
    html: printPart(frame),
    width,
    height,
    cache_age: 3600,
    ...(fits && {
      thumbnail_url: picture.url,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
  };
}

function queryOf({ time, withWords }: Embedded): string {
  const parts = [time && `t=${time}`, withWords && 'transcript'].filter(Boolean);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
