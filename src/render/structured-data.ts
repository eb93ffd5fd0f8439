import { type Episode, formsOf } from '../episode/episode.ts';
import type { Person } from '../episode/person.ts';
import type { Show } from '../episode/show.ts';
import { isoDuration } from '../episode/timecode.ts';
import type { Transcript } from '../episode/transcript.ts';
import { webAddress } from '../markup/web-address.ts';
import type { Card } from './card.tsx';
import { momentId } from './moments.ts';
import { pictureAddress } from './portrait.tsx';
import { saidInPlainText } from './said-in-plain-text.ts';
import { absolute, paths, type Site } from './site.ts';
import { formNames } from './transcript-forms.tsx';

/** An episode in the words of schema.org, as JSON-LD. */
export function structuredData({
  site,
  show,
  episode,
  transcript,
  card,
}: {
  site: Site;
  show: Show;
  episode: Episode;
  transcript: Transcript | null;
  card: Card | null;
}): object {
  const { slug, cover, chapters } = episode;
  const url = absolute(site, paths.episode(slug));
  const coverUrl = cover && absolute(site, paths.cover(slug, cover.hash, cover.type));
  const cardUrl = card && absolute(site, paths.card(slug, card.hash));
  const author = authorData(show);
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
    ...((coverUrl ?? cardUrl) && { image: coverUrl ?? cardUrl }),
    ...(cardUrl && { thumbnailUrl: cardUrl }),
    ...(episode.tags.length > 0 && { keywords: episode.tags }),
    ...{ author, publisher: author },
    actor: episode.people.map((person) => personData(site, person)),
    associatedMedia: soundData(site, episode, transcript),
    // The words are at the sound; here stands where to fetch them.
    ...(transcript && { transcript: absolute(site, paths.transcript(slug, 'txt')) }),
    ...(chapters.length > 0 && { hasPart: clips(url, episode) }),
    partOfSeries: seriesData(site, show),
    potentialAction: { '@type': 'ListenAction', target: url },
  };
}

/**
 * The sound, and what is said in it: schema.org has a transcript at a sound, not at an episode. The words
 * stand in the page already, so that compressed they cost a few hundred bytes.
 */
function soundData(site: Site, { slug, audio, transcript }: Episode, said: Transcript | null) {
  const forms = transcript === null ? [] : formsOf(transcript);
  const captions = forms
    .filter((form) => form === 'vtt' || form === 'srt')
    .map((form) => ({
      '@type': 'MediaObject',
      contentUrl: absolute(site, paths.transcript(slug, form)),
      encodingFormat: formNames[form].type,
    }));
  return {
    '@type': 'AudioObject',
    contentUrl: absolute(site, paths.audio(slug, audio.extension)),
    encodingFormat: audio.type,
    contentSize: String(audio.bytes),
    duration: isoDuration(audio.duration),
    embedUrl: absolute(site, paths.embed(slug)),
    ...(said && { transcript: saidInPlainText(said) }),
    ...(captions.length > 0 && { caption: captions }),
  };
}

/** Chapters, each with where it can be heard. */
function clips(url: string, { chapters, audio }: Episode): object[] {
  return chapters.map(({ start, title }, at) => ({
    '@type': 'Clip',
    name: title,
    startOffset: start,
    endOffset: chapters[at + 1]?.start ?? audio.duration,
    url: `${url}#${momentId(start)}`,
  }));
}

function seriesData(site: Site, show: Show): object {
  const { title, description, cover } = show;
  return {
    '@type': 'PodcastSeries',
    name: title,
    url: absolute(site, paths.front()),
    webFeed: absolute(site, paths.feed()),
    ...(description && { description }),
    ...(cover && { image: absolute(site, paths.showCover(cover.hash, cover.type)) }),
  };
}

/** A person where the show's author is one of its people; who else it is nobody said. */
function authorData({ author, people }: Show): object {
  const isPerson = people.some(({ name }) => name === author);
  return { '@type': isPerson ? 'Person' : 'Organization', name: author };
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
