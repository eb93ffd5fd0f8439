import type { Show } from '../episode/show.ts';
import { escapeHtml, legalInXml } from '../markup/escape.ts';
import { absolute, assetHref, paths, type Site } from './site.ts';

/** How browsers and programs ask this site (OpenSearch 1.1, draft 6). */
export function renderSearchDescription(site: Site, show: Show): string {
  const questions = (path: string) => `${absolute(site, path)}?q={searchTerms}`;
  const urls: Record<string, string>[] = [
    { type: 'text/html', template: questions(paths.search()) },
    { type: 'application/json', template: `${questions(paths.search())}&format=json` },
    {
      ...{ type: 'application/x-suggestions+json', rel: 'suggestions' },
      template: questions(paths.suggest()),
    },
    { type: descriptionType, rel: 'self', template: absolute(site, paths.openSearch()) },
  ];
  const icon = new URL(assetHref(site, 'favicon.svg'), site.url).href;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${text(within(show.title, 16))}</ShortName>`,
    `<LongName>${text(within(show.title, 48))}</LongName>`,
    `<Description>${text(within(`Search every word that was said in ${show.title}`, 1024))}</Description>`,
    `<Image type="image/svg+xml">${text(icon)}</Image>`,
    ...urls.map((url) => `<Url${attributes(url)}/>`),
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    `<Language>${text(show.language)}</Language>`,
    '</OpenSearchDescription>\n',
  ].join('\n');
}

export const descriptionType = 'application/opensearchdescription+xml';

function attributes(of: Record<string, string>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${text(value)}"`)
    .join('');
}

/** As many words as fit, for names have a length there; a first word that is longer is cut. */
function within(name: string, most: number): string {
  const [first = '', ...others] = name.split(' ');
  let fits = [...first].slice(0, most).join('');
  for (const word of others) {
    if ([...fits, ' ', ...word].length > most) break;
    fits += ` ${word}`;
  }
  return fits;
}

function text(plain: string): string {
  return escapeHtml(legalInXml(plain));
}
