import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { DataBlock } from '../markup/raw.tsx';
import { Document } from './document.tsx';
import { EpisodeList } from './episode-list.tsx';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { pageOfEpisodes } from './page-of-episodes.ts';
import { PageLinks, Pages } from './pages.tsx';
import { SearchForm } from './search-form.tsx';
import { absolute, href, paths, type Site } from './site.ts';
import { siteData } from './site-data.ts';

/** The show: what it is, how to subscribe, and its episodes as a table of contents, a hundred to a page. */
export function renderFrontPage({
  site,
  show,
  episodes,
  from = 0,
}: {
  site: Site;
  show: Show;
  /** All that are public, newest first. */
  episodes: readonly Episode[];
  /** Place of the page's first episode among all. */
  from?: number;
}): string {
  const page = pageOfEpisodes(episodes, from);
  const listed = page.episodes;
  const { title, description, language } = show;
  const path = paths.front() + page.query;
  const pages = { site, path: paths.front(), page };
  return printPage(
    <Document
      {...{ site, show, title, language, kind: 'front' }}
      head={
        <>
          <Metadata {...{ site, show, title, description, path }} />
          <PageLinks {...pages} />
          {from === 0 && <DataBlock type="application/ld+json" data={siteData(site, show)} />}
        </>
      }
    >
      <header class="opening">
        <ShowCover site={site} show={show} />
        <h1>{title}</h1>
        <p class="standfirst">{description}</p>
        {listed.length > 0 && <SearchForm site={site} />}
        <Subscribe site={site} />
      </header>
      {listed.length === 0 ? <NothingYet /> : <EpisodeList site={site} episodes={listed} />}
      <Pages {...pages} />
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
