import type { Episode } from '../episode/episode.ts';
import { isoDuration } from '../episode/timecode.ts';
import { day, length } from './figures.ts';
import { inLanguage, interfaceLanguage } from './language.ts';
import { href, paths, type Site } from './site.ts';
import { whoSpeaks } from './speakers.ts';

/** Episodes as a table of contents: when, what, who, in a sentence, and how long. */
export function EpisodeList({ site, episodes }: { site: Site; episodes: Episode[] }) {
  return (
    <ol class="episodes">
      {episodes.map((episode) => (
        <li>
          <Entry site={site} episode={episode} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ site, episode }: { site: Site; episode: Episode }) {
  const { slug, title, date, description, language, audio, transcript } = episode;
  const speakers = whoSpeaks(episode);
  return (
    <article class="entry">
      <p class="when" {...interfaceLanguage}>
        <time datetime={date}>{day(date)}</time>
      </p>
      <div {...inLanguage(language)}>
        <h2>
          <a href={href(site, paths.episode(slug))}>{title}</a>
        </h2>
        {speakers.length > 0 && <p class="speakers">{speakers.join(', ')}</p>}
        {description && <p class="sentence">{description}</p>}
      </div>
      <p class="facts" {...interfaceLanguage}>
        <time datetime={isoDuration(audio.duration)}>{length(audio.duration)}</time>
        <span>{transcript ? 'with transcript' : 'no transcript yet'}</span>
        {episode.draft && <span>draft</span>}
      </p>
    </article>
  );
}
