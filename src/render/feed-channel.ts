import type { Category, Show } from '../episode/show.ts';
import { webAddress } from '../markup/web-address.ts';
import { descriptionOf } from './feed-description.ts';
import { type Element, element } from './feed-element.ts';
import type { FeedPage } from './feed-page.ts';
import { podcastElements } from './feed-podcast.ts';
import type { FeedChannel } from './feed-print.ts';
import { line } from './feed-text.ts';
import { absolute, paths, type Site } from './site.ts';

/** What the feed says about the show, or about those of its episodes that share something. */
export function feedChannel(
  site: Site,
  show: Show,
  found: FeedPage,
  about: { archive: { heading: string; path: string } | null; lastRemoved: string | null },
): FeedChannel {
  const { archive, lastRemoved } = about;
  const title = line(archive ? `${archive.heading} · ${show.title}` : show.title);
  const link = archive
    ? absolute(site, archive.path)
    : (webAddress(show.link) ?? absolute(site, paths.front()));
  const self = archive ? paths.feedOf(archive.path) : paths.feed(found.page);
  const episodes = found.all;
  return {
    title,
    // Required.
    description: descriptionOf(show.description) || descriptionOf(title),
    link,
    // PSP-1: `atom:link rel=self` is "required": the "canonical feed URL".
    self: absolute(site, self),
    // Required: "ISO 639 (`en`, `en-us`); invalid code fails validation".
    language: show.language,
    copyright: line(show.copyright ?? ''),
    published: newest(episodes.map((episode) => episode.date)),
    // A dated episode changes the feed when its day comes, not only when somebody edits.
    changed: newest([
      ...episodes.flatMap((episode) => [episode.date, episode.changed]),
      ...[lastRemoved, show.changed].filter((moment) => moment !== null),
    ]),
    elements: [
      ...(archive ? [] : linkElements(site, show, found)),
      ...itunesElements(show),
      ...coverElements(site, show, title, link),
      ...podcastElements(site, show, episodes).filter(
        ({ name }) => !archive || !ofTheWhole.has(name),
      ),
    ],
  };
}

/** What only the feed of the whole show may say: there is one show, and it is there. */
const ofTheWhole = new Set(['podcast:guid', 'podcast:podroll', 'podcast:txt']);

/** The other pages (RFC 5005, 3: paged feeds), and the hubs that tell of news (WebSub, 4). */
function linkElements(site: Site, { hubs }: Show, { page, pages }: FeedPage): Element[] {
  const link = (rel: string, href: string) => element('atom:link', '', { rel, href });
  const to = (rel: string, other: number) => link(rel, absolute(site, paths.feed(other)));
  return [
    ...hubs.map((hub) => link('hub', hub)),
    ...(pages > 1 ? [to('first', 1), to('last', pages)] : []),
    ...(page > 1 ? [to('previous', page - 1)] : []),
    ...(page < pages ? [to('next', page + 1)] : []),
  ];
}

function newest(dates: string[]): Date | null {
  const times = dates.map((date) => Date.parse(date)).filter(Number.isFinite);
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b)));
}

function itunesElements({ author, owner, explicit, categories, ...show }: Show): Element[] {
  const elements = [
    // "`serial` then needs `itunes:episode` on each item".
    element('itunes:type', show.type),
    // Required: "`true` / `false`".
    element('itunes:explicit', String(explicit)),
    // Required, "from Apple list, exact case"; "Apple uses the first".
    ...categories.map(categoryElement),
  ];
  if (author) elements.unshift(element('itunes:author', line(author)));
  // Optional now: apps ask to drop it, directories that verify by e-mail still need the address.
  if (owner) {
    const [name, email] = [line(owner.name), line(owner.email)];
    const parts = [element('itunes:name', name), element('itunes:email', email)];
    elements.push(element('itunes:owner', parts));
  }
  // "Only `Yes` counts for the last two": no other word says no.
  if (show.block) elements.push(element('itunes:block', 'Yes'));
  if (show.complete) elements.push(element('itunes:complete', 'Yes'));
  const moved = webAddress(show.newFeedUrl);
  if (moved) elements.push(element('itunes:new-feed-url', moved));
  return elements;
}

function categoryElement({ name, sub }: Category): Element {
  const inner = sub ? [element('itunes:category', '', { text: line(sub) })] : [];
  return element('itunes:category', inner, { text: line(name) });
}

/** RSS's own `<image>` repeats the channel's title and link; Apple requires `itunes:image href`. */
function coverElements(site: Site, show: Show, title: string, link: string): Element[] {
  if (show.cover === null) return [];
  const url = absolute(site, paths.showCover(show.cover.hash, show.cover.type));
  const parts = [element('url', url), element('title', title), element('link', link)];
  return [element('itunes:image', '', { href: url }), element('image', parts)];
}
