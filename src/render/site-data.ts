import type { Show } from '../episode/show.ts';
import { absolute, paths, type Site } from './site.ts';

/** The site in the words of schema.org, as JSON-LD: what it is called, and how it is asked. */
export function siteData(site: Site, { title, description, language }: Show): object {
  const url = absolute(site, paths.front());
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': url,
    url,
    name: title,
    inLanguage: language,
    ...(description && { description }),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absolute(site, paths.search())}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}
