import type { ComponentChildren } from 'preact';
import type { Show } from '../episode/show.ts';
import { webAddress } from '../markup/web-address.ts';
import { inLanguage, interfaceLanguage } from './language.ts';
import { darkPaper, palette } from './palette.ts';
import { descriptionType } from './search-description.ts';
import { SearchLink } from './search-form.tsx';
import { absolute, assetHref, href, paths, type Site } from './site.ts';

export interface DocumentProps {
  site: Site;
  /** Null where the show itself cannot be read. */
  show: Show | null;
  /** Of the page alone; the show's title follows by itself. */
  title: string;
  /** BCP 47 tag of what the page is about. */
  language: string;
  /** The class of the body. */
  kind: string;
  /** What else belongs in the head. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** A page from `<html>` to its foot, with the show's name on top. */
export function Document(props: DocumentProps) {
  const { site, show, kind, children } = props;
  return (
    <html {...inLanguage(props.language)}>
      <Head {...props} />
      <body class={kind}>
        {kind !== 'front' && (
          <header class="masthead column">
            <a href={href(site, paths.front())} lang={show?.language}>
              {show?.title ?? 'Front page'}
            </a>
            {show && !alone.includes(kind) && <SearchLink site={site} />}
          </header>
        )}
        <main class="column">{children}</main>
        {show && <Foot site={site} show={show} />}
      </body>
    </html>
  );
}

/** Pages with a search of their own, and those on which there is something else to do. */
const alone = ['search', 'guest'];

/** The head that every page has, the player for other sites included. */
export function Head({ site, show, title, head }: Omit<DocumentProps, 'kind' | 'children'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{show && show.title !== title ? `${title} · ${show.title}` : title}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={palette.paper} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={darkPaper} />
      <link rel="icon" type="image/svg+xml" href={assetHref(site, 'favicon.svg')} />
      <link rel="apple-touch-icon" href={assetHref(site, 'icon-180.png')} />
      <link rel="manifest" href={href(site, paths.manifest())} />
      <link rel="stylesheet" href={assetHref(site, 'style.css')} />
      {show && (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={show.title}
          href={absolute(site, paths.feed())}
        />
      )}
      {show && (
        <link
          rel="alternate"
          type="application/feed+json"
          title={show.title}
          href={absolute(site, paths.jsonFeed())}
        />
      )}
      {show && (
        <link
          rel="search"
          type={descriptionType}
          title={show.title}
          href={absolute(site, paths.openSearch())}
        />
      )}
      {head}
    </head>
  );
}

function Foot({ site, show }: { site: Site; show: Show }) {
  const home = webAddress(show.link);
  const funding = webAddress(show.funding?.url ?? null);
  return (
    <footer class="foot column" {...interfaceLanguage}>
      <p>
        <a href={href(site, paths.archive())}>Archive</a>
        <a href={href(site, paths.feed())}>RSS feed</a>
        {home && <a href={home}>About the show</a>}
        {funding && <a href={funding}>{show.funding?.text}</a>}
      </p>
      {show.copyright && <p lang={show.language}>{show.copyright}</p>}
    </footer>
  );
}
