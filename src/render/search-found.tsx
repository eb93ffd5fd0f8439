import { interfaceLanguage, interfaceSentence } from './language.ts';
import { SearchHelp } from './search-help.tsx';
import type { SearchPage } from './search-page.tsx';
import { Results } from './search-results.tsx';
import { href, paths, type Site } from './site.ts';

/**
 * What was found: how much, what else could be asked, and the results.
 *
 * @param asked without control characters, and `shown` as long as a sentence has room for
 */
export function Found(page: SearchPage & { shown: string }) {
  const { site, asked, leading, results, remarks, missing, next, isFirst, episodes } = page;
  const isNothing = leading.length + results.length === 0;
  return (
    <>
      {asked !== '' && (
        <p class="count-found" data-part="count" {...interfaceSentence}>
          <Count {...page} />
        </p>
      )}
      <Suggestion {...page} />
      {remarks.map((remark) => (
        <p class="remark" {...interfaceSentence}>
          {remark}
        </p>
      ))}
      {missing > 0 && (
        <p class="remark" {...interfaceSentence}>
          Episodes are still being indexed: {inFigures(missing)} to go.
        </p>
      )}
      {leading.length > 0 && (
        <section class="leading" aria-labelledby="episodes-found">
          <h2 id="episodes-found" {...interfaceLanguage}>
            Episodes
          </h2>
          <Results site={site} results={leading} />
        </section>
      )}
      {results.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said" class={leading.length === 0 ? 'unseen' : undefined} {...interfaceLanguage}>
            {results[0]?.kind === 'said' ? 'What was said' : 'More episodes'}
          </h2>
          <Results site={site} results={results} />
        </section>
      )}
      {isNothing && isFirst && <SearchHelp episodes={episodes} />}
      <Pages {...{ site, asked, next, isFirst }} />
    </>
  );
}

function Count({ total, isAtLeast, shown, isFirst }: SearchPage & { shown: string }) {
  const results = total === 1 ? '1 result' : `${inFigures(total)} results`;
  const atLeast = isAtLeast ? 'At least ' : '';
  return (
    <>
      {total === 0 ? 'Nothing was found' : atLeast + results} for “<bdi>{shown}</bdi>”
      {total > 0 && !isFirst && ', continued'}.
    </>
  );
}

function Suggestion({ site, suggestion }: Pick<SearchPage, 'site' | 'suggestion'>) {
  if (suggestion === null) return null;
  return (
    <p class="suggestion" {...interfaceSentence}>
      Did you mean <a href={href(site, paths.search(suggestion))}>{suggestion}</a>?
    </p>
  );
}

function Pages({
  site,
  asked,
  next,
  isFirst,
}: {
  site: Site;
  asked: string;
  next: string | null;
  isFirst: boolean;
}) {
  if (isFirst && next === null) return null;
  return (
    <nav class="pages" aria-label="Pages" {...interfaceLanguage}>
      {!isFirst && <a href={href(site, paths.search(asked))}>First results</a>}
      {next !== null && (
        <a rel="next" href={href(site, next)}>
          More results
        </a>
      )}
    </nav>
  );
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB');
}
