import type { ComponentChildren } from 'preact';
import type { Episode } from '../episode/episode.ts';
import type { Speaking } from '../episode/speaking.ts';
import { isoDuration } from '../episode/timecode.ts';
import { day, length } from './figures.ts';
import { inLanguageOf, interfaceLanguage } from './language.ts';
import { href, paths, type Site } from './site.ts';
import { SpokenHere } from './spoken.tsx';
import { WhoIsHeard } from './who-is-heard.tsx';

/**
 * Episodes as a table of contents: when, what, who, in a sentence, and how long; where it is of somebody, how
 * much of it they say.
 */
export function EpisodeList({
  site,
  episodes,
  heading = '',
  speaking = null,
}: {
  site: Site;
  episodes: Episode[];
  /** The name of whoever it is of. */
  heading?: string;
  speaking?: Speaking | null;
}) {
  return (
    <ol class="episodes">
      {episodes.map((episode) => (
        <li>
          <Entry site={site} episode={episode}>
            <Said {...{ site, heading, speaking, slug: episode.slug }} />
          </Entry>
        </li>
      ))}
    </ol>
  );
}

function Entry({
  site,
  episode,
  children,
}: {
  site: Site;
  episode: Episode;
  children: ComponentChildren;
}) {
  const { slug, title, date, description, language, audio, transcript } = episode;
  const own = inLanguageOf(title, null, language);
  return (
    <article class="entry" dir={own.dir}>
      <p class="when" {...interfaceLanguage}>
        <time datetime={date}>{day(date)}</time>
      </p>
      <div {...own}>
        <h2>
          <a href={href(site, paths.episode(slug))}>{title}</a>
        </h2>
        <WhoIsHeard episode={episode} />
        {description && <p class="sentence">{description}</p>}
      </div>
      <p class="facts" {...interfaceLanguage}>
        <time datetime={isoDuration(audio.duration)}>{length(audio.duration)}</time>
        <span>{transcript ? 'with transcript' : 'no transcript yet'}</span>
        {episode.draft && <span>draft</span>}
        {children}
      </p>
    </article>
  );
}

function Said({
  site,
  heading,
  speaking,
  slug,
}: {
  site: Site;
  heading: string;
  speaking: Speaking | null;
  slug: string;
}) {
  const spoken = speaking?.inEach.get(slug);
  return spoken ? <SpokenHere {...{ site, name: heading, slug, spoken }} /> : null;
}
