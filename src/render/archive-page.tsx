import type { Person } from '../episode/person.ts';
import type { Show } from '../episode/show.ts';
import type { Speaking } from '../episode/speaking.ts';
import { printPage } from '../markup/page.ts';
import { webAddress } from '../markup/web-address.ts';
import { Bio } from './about-people.tsx';
import type { Archive, ArchiveKind } from './archives.ts';
import { Document } from './document.tsx';
import { EpisodeList } from './episode-list.tsx';
import { episodeCount } from './figures.ts';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { type PageOfEpisodes, pageOfEpisodes } from './page-of-episodes.ts';
import { PageLinks, Pages } from './pages.tsx';
import { PortraitOf } from './portrait.tsx';
import { absolute, href, paths, type Site } from './site.ts';
import { SpokenInAll } from './spoken.tsx';

/** All episodes of a year or a season, with a tag or a person, a hundred to a page. */
export function renderArchivePage({
  site,
  show,
  archive,
  page = pageOfEpisodes(archive.episodes),
  speaking = null,
}: {
  site: Site;
  show: Show;
  archive: Archive;
  /** Which of its episodes are shown. */
  page?: PageOfEpisodes;
  /** How much the person says; null where it is nobody, or cannot be told. */
  speaking?: Speaking | null;
}): string {
  const { kind, heading, person, path, episodes } = archive;
  const description = `${episodeCount(episodes.length)} ${sentences[kind](heading)}.`;
  const feed = withFeed.has(kind) ? absolute(site, paths.feedOf(path)) : null;
  const isRising = kind === 'season' && show.type === 'serial';
  const pages = { site, path, page, ...(isRising && { labels: asNumbered }) };
  return printPage(
    <Document
      {...{ site, show, title: heading, language: show.language, kind: 'archive' }}
      head={
        <>
          <Metadata {...{ site, show, title: heading, description, path: path + page.query }} />
          <PageLinks {...pages} />
          {feed && <link rel="alternate" type="application/rss+xml" title={heading} href={feed} />}
        </>
      }
    >
      <header class="opening">
        <p class="kicker" {...interfaceLanguage}>
          <a href={href(site, paths.archive())}>Archive</a>
          <span>{names[kind]}</span>
        </p>
        <h1>{heading}</h1>
        <p class="standfirst" {...interfaceLanguage}>
          {description}
        </p>
        {person && <Introduction site={site} person={person} />}
        {speaking && <SpokenInAll {...{ site, name: heading, speaking }} />}
        {feed && (
          <p class="subscribe" {...interfaceLanguage}>
            <a href={feed}>Feed of these episodes</a>
          </p>
        )}
      </header>
      <EpisodeList {...{ site, episodes: page.episodes, heading, speaking }} />
      <Pages {...pages} />
    </Document>,
  );
}

const names: Record<ArchiveKind, string> = {
  year: 'Year',
  season: 'Season',
  tag: 'Tag',
  person: 'Person',
};

const sentences: Record<ArchiveKind, (heading: string) => string> = {
  year: (year) => `from ${year}`,
  season: (season) => `of ${season}`,
  tag: (tag) => `about ${tag}`,
  person: (name) => `with ${name}`,
};

const withFeed: ReadonlySet<ArchiveKind> = new Set<ArchiveKind>(['tag', 'person']);
const asNumbered: [string, string] = ['Episodes before', 'Episodes after'];

/** Who the person is: picture, a few sentences, and where to learn more. */
function Introduction({ site, person }: { site: Site; person: Person }) {
  const address = webAddress(person.url);
  return (
    <div class="about-person">
      <PortraitOf site={site} person={person} />
      <div>
        <Bio person={person} />
        {address && (
          <p {...interfaceLanguage}>
            <a href={address}>More about {person.name}</a>
          </p>
        )}
      </div>
    </div>
  );
}
