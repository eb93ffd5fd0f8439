import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { printPage } from '../markup/page.ts';
import { Document } from './document.tsx';
import { interfaceLanguage } from './language.ts';
import { Metadata } from './metadata.tsx';
import { SearchForm } from './search-form.tsx';
import { Found } from './search-found.tsx';
import type { Result } from './search-hit.tsx';
import { assetHref, paths, type Site } from './site.ts';

export interface SearchPage {
  site: Site;
  show: Show;
  /** All that are public, newest first. */
  episodes: readonly Episode[];
  asked: string;
  /** What stands above all others on the first page: what the words are the titles and notes of. */
  leading: Result[];
  results: Result[];
  /** On all pages. */
  total: number;
  /** Whether there may be more than were counted. */
  isAtLeast: boolean;
  suggestion: string | null;
  remarks: string[];
  /** Episodes that are still to be indexed. */
  missing: number;
  /** The path of the next page; null after the last. */
  next: string | null;
  isFirst: boolean;
}

/** The search, with what was found for a question. `results.js` plays the results and asks while somebody writes. */
export function renderSearchPage(page: SearchPage): string {
  const { site, show } = page;
  const asked = page.asked.replace(/\p{Cc}+/gu, ' ').trim();
  const title = asked === '' ? 'Search' : `Search for “${shortened(asked)}”`;
  const description = `Search every word that was ever said in ${show.title}, and hear it.`;
  return printPage(
    <Document
      {...{ site, show, title, language: show.language, kind: 'search' }}
      head={
        <>
          <Metadata {...{ site, show, title, description, path: paths.search() }} />
          {asked !== '' && <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={assetHref(site, 'results.css')} />
          <script type="module" src={assetHref(site, 'results.js')} />
        </>
      }
    >
      <header class="opening">
        <h1 {...interfaceLanguage}>Search</h1>
        <SearchForm site={site} asked={asked} isFirst />
        <label class="play-on" data-part="playOn" hidden {...interfaceLanguage}>
          <input type="checkbox" /> Play on from result to result
        </label>
      </header>
      <p class="unseen" role="status" {...interfaceLanguage} />
      <div data-part="found">
        <Found {...page} asked={asked} shown={shortened(asked)} />
      </div>
    </Document>,
  );
}

/** A question as a title can have it. */
function shortened(asked: string): string {
  const characters = [...asked];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : asked;
}
