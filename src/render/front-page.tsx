import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { Document } from './document.tsx';
import { EpisodeList } from './episode-list.tsx';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { absolute, href, paths, type Site } from './site.ts';

/** How many episodes the front page lists before it goes on to an older page. */
export const episodesPerPage = 100;

/** The show: what it is, how to subscribe, and its episodes as a table of contents. */
export function renderFrontPage({
  site,
  show,
  episodes,
  total = episodes.length,
  page = 1,
}: {
  site: Site;
  show: Show;
  /** The public ones of this page, newest first. */
  episodes: Episode[];
  /** How many there are on all pages. */
  total?: number;
  /** Counted from 1. */
  page?: number;
}): string {
  const { title, description, language } = show;
  const path = page === 1 ? paths.front() : `${paths.front()}?page=${page}`;
  return printPage(
    <Document
      {...{ site, show, title, language, kind: 'front' }}
      head={<Metadata {...{ site, show, title, description, path }} />}
    >
      <header class="opening">
        <ShowCover site={site} show={show} />
        <h1>{title}</h1>
        <p class="standfirst">{description}</p>
        <Subscribe site={site} />
      </header>
      {episodes.length === 0 ? <NothingYet /> : <EpisodeList site={site} episodes={episodes} />}
      <Pages site={site} page={page} last={Math.ceil(total / episodesPerPage)} />
    </Document>,
  );
}

function ShowCover({ site, show: { cover } }: { site: Site; show: Show }) {
  if (cover === null) return null;
  const { hash, type, width, height } = cover;
  return (
    <img
      class="cover"
      src={href(site, paths.showCover(hash, type))}
      {...{ width, height }}
      alt=""
    />
  );
}

/** The feed's address stands there to be copied: apps ask for it, and a click on a feed shows XML. */
function Subscribe({ site }: { site: Site }) {
  const feed = absolute(site, paths.feed());
  return (
    <p class="subscribe" {...interfaceLanguage}>
      <a href={feed}>Subscribe</a>
      <span class="quiet"> in any podcast app with this address: </span>
      <code class="address">{feed}</code>
    </p>
  );
}

function NothingYet() {
  return (
    <div class="state" {...interfaceLanguage}>
      <p>There are no episodes yet. Add the first one with this command:</p>
      <pre tabindex={0}>
        <code>npm run upload -- RECORDING --transcript FILE</code>
      </pre>
    </div>
  );
}

function Pages({ site, page, last }: { site: Site; page: number; last: number }) {
  if (last <= 1) return null;
  const to = (number: number) =>
    href(site, number === 1 ? paths.front() : `${paths.front()}?page=${number}`);
  return (
    <nav class="pages" aria-label="Pages" {...interfaceLanguage}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          Newer episodes
        </a>
      )}
      {page < last && (
        <a rel="next" href={to(page + 1)}>
          Older episodes
        </a>
      )}
    </nav>
  );
}
