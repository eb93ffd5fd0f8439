import { interfaceLanguage } from './language.ts';
import type { PageOfEpisodes } from './page-of-episodes.ts';
import { absolute, href, type Site } from './site.ts';

/** Where the pages of a list are that come before and after one. */
export interface PagesProps {
  site: Site;
  /** Path of the list. */
  path: string;
  page: PageOfEpisodes;
  /** What comes before and after. */
  labels?: [earlier: string, later: string];
}

/** At the end of a list that goes on. */
export function Pages({ site, path, page, labels = newestFirst }: PagesProps) {
  const { earlier, later } = page;
  if (earlier === null && later === null) return null;
  return (
    <nav class="pages" aria-label="Pages" {...interfaceLanguage}>
      {earlier !== null && (
        <a rel="prev" href={href(site, path + earlier)}>
          {labels[0]}
        </a>
      )}
      {later !== null && (
        <a class="later" rel="next" href={href(site, path + later)}>
          {labels[1]}
        </a>
      )}
    </nav>
  );
}

/** The same for the head of the page. */
export function PageLinks({ site, path, page: { earlier, later } }: PagesProps) {
  return (
    <>
      {earlier !== null && <link rel="prev" href={absolute(site, path + earlier)} />}
      {later !== null && <link rel="next" href={absolute(site, path + later)} />}
    </>
  );
}

const newestFirst: [string, string] = ['Newer episodes', 'Older episodes'];
