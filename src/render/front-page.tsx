import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { Document } from './document.tsx';
import { EpisodeList } from './episode-list.tsx';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { absolute, href, paths, type Site } from './site.ts';

/** The show: what it is, how to subscribe, and its episodes as a table of contents, a hundred to a page. */
export function renderFrontPage({
  site,
  show,
  episodes,
  page: wanted = 1,
}: {
  site: Site;
  show: Show;
  /** All that are public, newest first. */
  episodes: Episode[];
  /** Counted from 1; a page after the last is the last. */
  page?: number;
}): string {
  const last = Math.max(1, Math.ceil(episodes.length / perPage));
  const page = Math.min(Math.max(1, wanted), last);
  const listed = episodes.slice((page - 1) * perPage, page * perPage);
  const { title, description, language } = show;
  const path = pathOf(page);
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
      {listed.length === 0 ? <NothingYet /> : <EpisodeList site={site} episodes={listed} />}
      <Pages site={site} page={page} last={last} />
    </Document>,
  );
}

/** Directories ask for pictures of several megabytes; a reader of the page is only sent a light one. */
function ShowCover({ site, show: { cover } }: { site: Site; show: Show }) {
  if (cover === null || cover.bytes > 400_000) return null;
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
  if (last === 1) return null;
  return (
    <nav class="pages" aria-label="Pages" {...interfaceLanguage}>
      {page > 1 && (
        <a rel="prev" href={href(site, pathOf(page - 1))}>
          Newer episodes
        </a>
      )}
      {page < last && (
        <a rel="next" href={href(site, pathOf(page + 1))}>
          Older episodes
        </a>
      )}
    </nav>
  );
}

function pathOf(page: number): string {
  return page === 1 ? paths.front() : `${paths.front()}?page=${page}`;
}

const perPage = 100;
