import { day } from './figures.ts';
import { inLanguageOf, interfaceLanguage } from './language.ts';
import { HitText, Marked, type Result } from './search-hit.tsx';
import { href, paths, type Site } from './site.ts';
import { WhoIsHeard } from './who-is-heard.tsx';

/** Hits under the titles of their episodes; those that follow each other in one episode stand together. */
export function Results({ site, results }: { site: Site; results: Result[] }) {
  return (
    <ol class="results">
      {byEpisode(results).map((hits) => (
        <li>
          <OneEpisode site={site} hits={hits} />
        </li>
      ))}
    </ol>
  );
}

function OneEpisode({ site, hits }: { site: Site; hits: [Result, ...Result[]] }) {
  const { episode } = hits[0];
  const { slug, title, date, language, description } = episode;
  const own = inLanguageOf(title, null, language);
  const titled = hits.find(isTitle);
  const others = hits.filter((hit) => hit !== titled);
  const isSaid = hits.some(({ kind }) => kind === 'said');
  return (
    <article class="entry" dir={own.dir}>
      <p class="when" {...interfaceLanguage}>
        <time datetime={date}>{day(date)}</time>
      </p>
      <div>
        <h3 {...own}>
          <a href={href(site, paths.episode(slug))}>{titled ? <Marked {...titled} /> : title}</a>
        </h3>
        {!isSaid && <WhoIsHeard episode={episode} />}
        {others.length === 0 && description && (
          <p class="sentence" {...inLanguageOf(description, null, language)}>
            {description}
          </p>
        )}
        {others.length > 0 && (
          <ol>
            {others.map((result) => (
              <HitText site={site} result={result} />
            ))}
          </ol>
        )}
      </div>
    </article>
  );
}

/** What was found in the title alone is marked there. */
function isTitle({ kind, text, episode }: Result): boolean {
  return kind === 'about' && text === episode.title.replace(/\s+/g, ' ').trim();
}

function byEpisode(results: Result[]): [Result, ...Result[]][] {
  const groups: [Result, ...Result[]][] = [];
  for (const result of results) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].episode.slug === result.episode.slug) last.push(result);
    else groups.push([result]);
  }
  return groups;
}
