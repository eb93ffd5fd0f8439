import type { Episode } from '../episode/episode.ts';
import type { Person } from '../episode/person.ts';
import type { Show } from '../episode/show.ts';
import { isoDuration } from '../episode/timecode.ts';
import { webAddress } from '../markup/web-address.ts';
import { pictureAddress } from './portrait.tsx';
import { absolute, paths, type Site } from './site.ts';

/** An episode in the words of schema.org, as JSON-LD. The transcript is in the page itself. */
export function structuredData(site: Site, show: Show, episode: Episode): object {
  const { slug, audio, cover } = episode;
  const url = absolute(site, paths.episode(slug));
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    '@id': url,
    url,
    name: episode.title,
    datePublished: episode.date,
    dateModified: episode.changed,
    inLanguage: episode.language,
    ...(episode.description && { description: episode.description }),
    ...(episode.number !== null && { episodeNumber: episode.number }),
    ...(cover && { image: absolute(site, paths.cover(slug, cover.hash, cover.type)) }),
    ...(episode.tags.length > 0 && { keywords: episode.tags }),
    actor: episode.people.map((person) => personData(site, person)),
    associatedMedia: {
      '@type': 'AudioObject',
      contentUrl: absolute(site, paths.audio(slug, audio.extension)),
      encodingFormat: audio.type,
      contentSize: String(audio.bytes),
      duration: isoDuration(audio.duration),
      embedUrl: absolute(site, paths.embed(slug)),
    },
    partOfSeries: {
      '@type': 'PodcastSeries',
      name: show.title,
      url: absolute(site, paths.front()),
      webFeed: absolute(site, paths.feed()),
    },
  };
}

function personData(site: Site, { name, url, picture, bio }: Person): object {
  const [address, image] = [webAddress(url), pictureAddress(site, picture)];
  return {
    '@type': 'Person',
    name,
    ...(address && { url: address }),
    ...(image && { image }),
    ...(bio && { description: bio }),
  };
}
