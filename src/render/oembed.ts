import { h } from 'preact';
import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPart } from '../markup/page.ts';
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
}

/** The size the embedded player is drawn for; it also works at a third of the width. Pixels. */
const drawnFor = { width: 640, height: 180 };

/** How another site embeds an episode, never larger than it asked for. */
export function oembedFor({
  site,
  show,
  episode,
  maxwidth = drawnFor.width,
  maxheight = drawnFor.height,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  maxwidth?: number;
  maxheight?: number;
}): Oembed {
  const width = Math.min(drawnFor.width, maxwidth);
  const height = Math.min(drawnFor.height, maxheight);
  const { title, slug } = episode;
  const frame = h('iframe', {
    src: absolute(site, paths.embed(slug)),
    title: `${title}: listen at ${show.title}`,
    ...{ width, height, loading: 'lazy', frameborder: '0', allow: 'autoplay' },
  });
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
  };
}
