import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { day } from './figures.ts';
import { inLanguage, interfaceLanguage } from './language.ts';
import { oembedFor } from './oembed.ts';
import { absolute, href, paths, type Site } from './site.ts';

/** After the last word: tags, episodes about much the same, the code to embed the episode, and where to go from here. */
export function EpisodeFoot({
  site,
  show,
  episode,
  previous,
  next,
  related = [],
}: {
  site: Site;
  show: Show;
  episode: Episode;
  previous: Episode | null;
  next: Episode | null;
  /** Others in which much the same is said. */
  related?: readonly Episode[];
}) {
  return (
    <footer class="closing" {...interfaceLanguage}>
      {episode.tags.length > 0 && (
        <ul class="tags" aria-label="Tags">
          {episode.tags.map((tag) => (
            <li>
              <a href={href(site, paths.tag(tag))}>{tag}</a>
            </li>
          ))}
        </ul>
      )}
      <Related site={site} episodes={related} />
      <details class="embed-code">
        <summary>Embed this episode</summary>
        <pre tabindex={0}>
          <code>{oembedFor({ site, show, episode }).html}</code>
        </pre>
      </details>
      <p class="source">
        {show.title}, {day(episode.date)}. {absolute(site, paths.episode(episode.slug))}
      </p>
      {(previous ?? next) && (
        <nav class="neighbours" aria-label="Other episodes">
          {previous && <Neighbour site={site} episode={previous} label="Earlier" rel="prev" />}
          {next && <Neighbour site={site} episode={next} label="Later" rel="next" />}
        </nav>
      )}
    </footer>
  );
}

function Related({ site, episodes }: { site: Site; episodes: readonly Episode[] }) {
  if (episodes.length === 0) return null;
  return (
    <section class="related">
      <h2>Also about this</h2>
      <ul>
        {episodes.map(({ slug, title, language, date }) => (
          <li>
            <a href={href(site, paths.episode(slug))} {...inLanguage(language)}>
              {title}
            </a>{' '}
            <time class="quiet" datetime={date}>
              {day(date)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbour({
  site,
  episode,
  label,
  rel,
}: {
  site: Site;
  episode: Episode;
  label: string;
  rel: 'prev' | 'next';
}) {
  return (
    <a class={rel} rel={rel} href={href(site, paths.episode(episode.slug))}>
      <span class="quiet">{label}</span> <span lang={episode.language}>{episode.title}</span>
    </a>
  );
}
