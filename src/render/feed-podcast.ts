import type { Episode } from '../episode/episode.ts';
import type { License, Location, Show } from '../episode/show.ts';
import { webAddress } from '../markup/web-address.ts';
import { type Element, element } from './feed-element.ts';
import { personElements } from './feed-person.ts';
import { line } from './feed-text.ts';
import { absolute, paths, type Site } from './site.ts';

/** What the podcast namespace says of a show. Its rules are quoted from its docs/tags. */
export function podcastElements(site: Site, show: Show, episodes: readonly Episode[]): Element[] {
  const { guid, locked, owner, funding, people, license, location, updateFrequency } = show;
  const url = webAddress(funding?.url ?? null);
  return [
    // "Assigned once, kept for life" (guid.md).
    element('podcast:guid', guid),
    // "`yes`/`no`"; the owner is the address another host may write to.
    element('podcast:locked', locked ? 'yes' : 'no', { owner: line(owner?.email ?? '') }),
    element('podcast:medium', 'podcast'),
    ...personElements(site, people),
    ...(funding && url ? [element('podcast:funding', line(funding.text, 128), { url })] : []),
    ...licenseElements(license),
    ...locationElements(location),
    ...(updateFrequency ? [updateElement(show, updateFrequency)] : []),
    ...show.txt.map(({ text, purpose }) => element('podcast:txt', text, { purpose })),
    ...podrollElements(show),
    ...coverElements(site, show),
    ...episodes.filter(({ episodeType }) => episodeType === 'trailer').map(trailer(site)),
  ];
}

/** license.md: "the SPDX identifier in lowercase", or a name of one's own with its address. */
export function licenseElements(license: License | null): Element[] {
  if (license === null) return [];
  const url = webAddress(license.url);
  const name = url === null ? license.name.toLowerCase() : license.name;
  return [element('podcast:license', line(name, 128), { url })];
}

export function locationElements(location: Location | null): Element[] {
  if (location === null) return [];
  const { name, geo, osm } = location;
  return [element('podcast:location', line(name, 128), { geo, osm })];
}

/** `rrule` is a rule of RFC 5545. */
function updateElement({ complete }: Show, said: NonNullable<Show['updateFrequency']>): Element {
  return element('podcast:updateFrequency', line(said.text, 128), {
    rrule: said.rule,
    complete: complete ? 'true' : null,
  });
}

/** podroll.md: "one or more `<podcast:remoteItem>`". */
function podrollElements({ podroll }: Show): Element[] {
  if (podroll.length === 0) return [];
  const items = podroll.map(({ guid, feedUrl, title }) =>
    element('podcast:remoteItem', '', {
      feedGuid: guid,
      feedUrl: webAddress(feedUrl),
      title: title && line(title),
    }),
  );
  return [element('podcast:podroll', items)];
}

/** image.md: a picture that is not only for Apple. */
function coverElements(site: Site, { cover, title }: Show): Element[] {
  if (cover === null) return [];
  const href = absolute(site, paths.showCover(cover.hash, cover.type));
  const purpose = 'artwork';
  const shape = { 'aspect-ratio': '1/1', width: String(cover.width), height: String(cover.height) };
  return [
    element('podcast:image', '', { href, alt: line(title), ...shape, type: cover.type, purpose }),
  ];
}

/** trailer.md: "pubdate" in RFC 2822, "length" in bytes. */
function trailer(site: Site) {
  return ({ slug, title, date, audio, season }: Episode): Element =>
    element('podcast:trailer', line(title, 128), {
      url: absolute(site, paths.audio(slug, audio.extension)),
      pubdate: new Date(date).toUTCString(),
      length: String(audio.bytes),
      type: audio.type,
      season: season === null ? null : String(season),
    });
}
