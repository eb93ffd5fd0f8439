import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { type Archive, type ArchiveKind, archivesOf } from './archives.ts';
import { Document } from './document.tsx';
import { episodeCount } from './figures.ts';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { href, paths, type Site } from './site.ts';

/** Every way into the archive: years, seasons, tags and people, each with the number of its episodes. */
export function renderDoorsPage(site: Site, show: Show, episodes: readonly Episode[]): string {
  const count = episodes.length;
  const all = (kind: ArchiveKind) => [...archivesOf(kind, show, episodes).values()];
  const description = `${episodeCount(count)} of ${show.title} by year, season, tag and person.`;
  const title = 'Archive';
  return printPage(
    <Document
      {...{ site, show, title, language: show.language, kind: 'archive' }}
      head={<Metadata {...{ site, show, title, description, path: paths.archive() }} />}
    >
      <header class="opening">
        <h1 {...interfaceLanguage}>{title}</h1>
        <p class="standfirst" {...interfaceLanguage}>
          {count === 0 ? 'There are no episodes yet.' : `${episodeCount(count)} in all.`}
        </p>
      </header>
      <Doors site={site} heading="Years" archives={all('year')} />
      <Doors site={site} heading="Seasons" archives={all('season').sort(byNumber)} />
      <Doors site={site} heading="Tags" archives={all('tag').sort(byName)} />
      <Doors site={site} heading="People" archives={all('person').sort(byName)} />
    </Document>,
  );
}

function Doors({ site, heading, archives }: { site: Site; heading: string; archives: Archive[] }) {
  if (archives.length === 0) return null;
  return (
    <section class="doors">
      <h2 {...interfaceLanguage}>{heading}</h2>
      <ul>
        {archives.map((archive) => (
          <li>
            <a href={href(site, archive.path)} dir="auto">
              {archive.heading}
            </a>{' '}
            <span
              class="quiet"
              {...interfaceLanguage}
              title={episodeCount(archive.episodes.length)}
            >
              {archive.episodes.length}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function byNumber(one: Archive, other: Archive): number {
  return Number(one.segment) - Number(other.segment);
}

function byName(one: Archive, other: Archive): number {
  return order.compare(one.heading, other.heading);
}

const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
