import type { Episode } from '../episode/episode.ts';
import type { Person } from '../episode/person.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { webAddress } from '../markup/web-address.ts';
import { Bio } from './about-people.tsx';
import { Document } from './document.tsx';
import { EpisodeList } from './episode-list.tsx';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { PortraitOf } from './portrait.tsx';
import { absolute, paths, type Site } from './site.ts';

/** All episodes with a tag or a person. */
export function renderArchivePage({
  site,
  show,
  heading,
  person,
  episodes,
  kind,
  feedPath,
}: {
  site: Site;
  show: Show;
  /** The tag or the person's name, as people write it. */
  heading: string;
  /** The person in full, where it is about one. */
  person?: Person | undefined;
  /** Newest first. */
  episodes: Episode[];
  kind: 'tag' | 'person';
  /** The path of a feed of just these, where there is one. */
  feedPath?: string;
}): string {
  const count = episodes.length === 1 ? '1 episode' : `${episodes.length} episodes`;
  const sentence = kind === 'tag' ? `${count} about ${heading}.` : `${count} with ${heading}.`;
  const path = kind === 'tag' ? paths.tag(heading) : paths.person(heading);
  const feed = feedPath === undefined ? null : absolute(site, feedPath);
  return printPage(
    <Document
      {...{ site, show, title: heading, language: show.language, kind: 'archive' }}
      head={
        <>
          <Metadata {...{ site, show, title: heading, description: sentence, path }} />
          {feed && <link rel="alternate" type="application/rss+xml" title={heading} href={feed} />}
        </>
      }
    >
      <header class="opening">
        <p class="kicker" {...interfaceLanguage}>
          {kind === 'tag' ? 'Tag' : 'Person'}
        </p>
        <h1>{heading}</h1>
        <p class="standfirst" {...interfaceLanguage}>
          {sentence}
        </p>
        {person && <Introduction site={site} person={person} />}
        {feed && (
          <p class="subscribe" {...interfaceLanguage}>
            <a href={feed}>Feed of these episodes</a>
          </p>
        )}
      </header>
      <EpisodeList site={site} episodes={episodes} />
    </Document>,
  );
}

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
