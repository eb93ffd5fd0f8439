import {
  type Episode,
  formsOf,
  type TranscriptForm,
  timedForms,
  untimedForms,
} from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { chaptersInFeed, descriptionWithChapters } from './feed-chapters.ts';
import { textOfHtml } from './feed-description.ts';
import { type Element, element } from './feed-element.ts';
import { notesInFeed } from './feed-notes.ts';
import { personElements } from './feed-person.ts';
import { licenseElements, locationElements } from './feed-podcast.ts';
import type { FeedItem } from './feed-print.ts';
import { line } from './feed-text.ts';
import { absolute, paths, type Site } from './site.ts';

/** What the feed says about an episode. */
export function feedItem(site: Site, show: Pick<Show, 'seasons'>, episode: Episode): FeedItem {
  const { slug, audio } = episode;
  const content = notesInFeed(episode.notes);
  return {
    title: line(episode.title) || slug,
    // Apple 823: "all episodes must have one, never changes".
    guid: episode.guid,
    link: absolute(site, paths.episode(slug)),
    description: descriptionWithChapters(
      episode.description.trim() || textOfHtml(content),
      episode,
    ),
    content,
    // "RFC 2822, 24-hour"; the printer writes it so.
    published: new Date(episode.date),
    // Required: "exactly one; unique URL; length = real bytes as integer; MP3 `audio/mpeg`, M4A `audio/x-m4a`".
    enclosure: {
      url: absolute(site, paths.audio(slug, audio.extension)),
      size: audio.bytes,
      type: audio.type,
    },
    elements: [
      ...itunesElements(site, episode),
      ...transcriptElements(site, episode),
      ...chaptersInFeed(site, episode),
      ...soundbiteElements(episode),
      ...seasonElements(show, episode),
      ...licenseElements(episode.license),
      ...locationElements(episode.location),
      // "Item persons replace the channel's, so restate hosts": an episode's people include them.
      ...personElements(site, episode.people),
    ],
  };
}

function itunesElements(site: Site, episode: Episode): Element[] {
  const { slug, audio, cover, explicit, season, number } = episode;
  const elements = [
    // "Integer seconds (never `1231.0`)".
    element('itunes:duration', String(Math.round(audio.duration))),
    element('itunes:explicit', String(explicit)),
    element('itunes:episodeType', episode.episodeType),
  ];
  if (episode.block) elements.push(element('itunes:block', 'Yes'));
  // "Square, 1400-3000 px, JPEG/PNG": without one that fits, the show's picture stands for the episode.
  if (cover?.forDirectories) {
    const href = absolute(site, paths.cover(slug, cover.hash, cover.type));
    elements.push(element('itunes:image', '', { href }));
  }
  // "Non-zero integers".
  if (season) elements.push(element('itunes:season', String(season)));
  if (number) elements.push(element('itunes:episode', String(number)));
  return elements;
}

/** The types docs/tags/transcript.md names, without parameters: "some match the string exactly". */
const transcriptTypes: Partial<Record<TranscriptForm, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  html: 'text/html',
  txt: 'text/plain',
};

function transcriptElements(site: Site, { slug, language, transcript }: Episode): Element[] {
  if (transcript === null) return [];
  // Minutes of text in one caption help nobody, so what has a time only now and then is offered as text.
  // Apps keep a transcript for good; only under a new address do they fetch a corrected one.
  const version = transcript.hash.slice(0, 12);
  const forms: readonly TranscriptForm[] =
    transcript.timing === 'anchors' ? untimedForms : formsOf(transcript);
  return forms.flatMap((form) => {
    const type = transcriptTypes[form];
    if (type === undefined) return [];
    const url = `${absolute(site, paths.transcript(slug, form))}?v=${version}`;
    // "`rel="captions"` means timed".
    const rel = timedForms.some((timed) => timed === form) ? 'captions' : null;
    return [element('podcast:transcript', '', { url, type, language, rel })];
  });
}

/** soundbite.md: seconds; without a title "use the title of the episode". */
function soundbiteElements({ soundbites }: Episode): Element[] {
  return soundbites.map(({ start, duration, title }) =>
    element('podcast:soundbite', line(title, 128), {
      startTime: seconds(start),
      duration: seconds(duration),
    }),
  );
}

/** season.md, episode.md: what itunes has no room for is the season's name. */
function seasonElements({ seasons }: Pick<Show, 'seasons'>, { season, number }: Episode) {
  const elements: Element[] = [];
  if (season) {
    const name = line(seasons[season] ?? '', 128);
    elements.push(element('podcast:season', String(season), { name }));
  }
  if (number) elements.push(element('podcast:episode', String(number)));
  return elements;
}

/** To the millisecond, and no more figures than that takes. */
function seconds(time: number): string {
  return String(Math.round(time * 1000) / 1000);
}
