import type { Episode, Peaks } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { isoDuration } from '../episode/timecode.ts';
import type { Transcript } from '../episode/transcript.ts';
import { printPage } from '../markup/page.ts';
import { DataBlock, Notes } from '../markup/raw.tsx';
import { AboutPeople } from './about-people.tsx';
import type { Card } from './card.tsx';
import { Chapters } from './chapter-list.tsx';
import { Document } from './document.tsx';
import { Download } from './download.tsx';
import { EpisodeFoot } from './episode-foot.tsx';
import { EpisodeHead } from './episode-head.tsx';
import { day, length } from './figures.ts';
import { interfaceLanguage } from './language.ts';
import { People } from './people.tsx';
import { Player } from './player.tsx';
import { href, paths, type Site } from './site.ts';
import { structuredData } from './structured-data.ts';
import { TranscriptSection } from './transcript.tsx';

/** An episode: its sound, what was said, and everything known about it. */
export function renderEpisodePage({
  site,
  show,
  episode,
  transcript,
  peaks,
  previous,
  next,
  related = [],
  card = null,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  transcript: Transcript | null;
  peaks: Peaks;
  /** The episode published before this one. */
  previous: Episode | null;
  /** The one published after it. */
  next: Episode | null;
  /** Others in which much the same is said. */
  related?: readonly Episode[];
  /** Its picture for those who link to it; null where there is none. */
  card?: Card | null;
}): string {
  const { title, language } = episode;
  return printPage(
    <Document
      {...{ site, show, title, language, kind: 'episode' }}
      head={<EpisodeHead {...{ site, show, episode, card }} />}
    >
      <article>
        <Opening site={site} episode={episode} />
        <Player {...{ site, show, episode, peaks, transcript, searchable: transcript !== null }} />
        <Download site={site} episode={episode} />
        {episode.notes && <Notes markdown={episode.notes} />}
        <Chapters chapters={episode.chapters} />
        <TranscriptSection {...{ site, episode, transcript }} />
        <AboutPeople site={site} people={episode.people} />
      </article>
      <EpisodeFoot {...{ site, show, episode, previous, next, related }} />
      {/* It has every word once more, so it comes after what people read. */}
      <DataBlock
        type="application/ld+json"
        data={structuredData({ site, show, episode, transcript, card })}
      />
    </Document>,
  );
}

function Opening({ site, episode }: { site: Site; episode: Episode }) {
  const { title, date, description, people, cover, audio } = episode;
  return (
    <header class="opening">
      {cover && <Cover site={site} slug={episode.slug} hash={cover.small.hash} />}
      <p class="kicker" {...interfaceLanguage}>
        <time datetime={date}>{day(date)}</time>
        <time datetime={isoDuration(audio.duration)}>{length(audio.duration)}</time>
        {episode.draft && <span>Draft</span>}
        {episode.explicit && <span>Explicit</span>}
      </p>
      <h1>{title}</h1>
      {description && <p class="standfirst">{description}</p>}
      <People site={site} people={people} />
    </header>
  );
}

function Cover({ site, slug, hash }: { site: Site; slug: string; hash: string }) {
  return (
    <img
      class="cover"
      src={href(site, paths.smallCover(slug, hash))}
      width="160"
      height="160"
      alt=""
    />
  );
}
