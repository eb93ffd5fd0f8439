import { icons } from './icons.tsx';
import { interfaceLanguage } from './language.ts';
import { href, paths, type Site } from './site.ts';

/** Where a question is asked. */
export function SearchForm({
  site,
  asked = '',
  isFirst = false,
}: {
  site: Site;
  asked?: string;
  /** Whether readers come to the page to ask: they can write at once. */
  isFirst?: boolean;
}) {
  return (
    <search {...interfaceLanguage}>
      <form class="search-form" action={href(site, paths.search())}>
        <label class="unseen" for="q">
          Search everything that was said
        </label>
        <input
          type="search"
          id="q"
          name="q"
          dir="auto"
          value={asked}
          placeholder="Search what was said"
          // What this browser was asked before would lie over what is found while somebody writes.
          autocomplete={isFirst ? 'off' : undefined}
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          autofocus={isFirst && asked === ''}
        />
        <button type="submit">
          {icons.search()}
          <span>Search</span>
        </button>
      </form>
    </search>
  );
}

/** The way to the search from any other page. */
export function SearchLink({ site }: { site: Site }) {
  return (
    <a class="search-link" href={href(site, paths.search())} {...interfaceLanguage}>
      {icons.search()} Search the show
    </a>
  );
}
