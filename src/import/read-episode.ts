import { episodeTypes } from '../episode/episode.ts';
import type { XmlElement } from '../markup/read-xml.ts';
import { addressIn, webAddressIn } from './address.ts';
import { all, attribute, first, oneLine, said } from './elements.ts';
import type { FeedEpisode } from './feed.ts';
import { readSimpleChapters } from './read-chapters.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { isShort, readDescription, readNotes } from './read-notes.ts';
import { readPeople } from './read-people.ts';
import { isYes, readExplicit, readLanguage, readLicense, readLocation } from './read-rights.ts';
import { decoded } from './read-show.ts';

/**
 * What a feed says about an episode.
 *
 * @param base the feed's own address
 * @returns null for an item without a recording
 */
export function readEpisode(item: XmlElement, base: string): FeedEpisode | null {
  const recording = recordingIn(item, base);
  if (recording === null) return null;
  const guid = said(item, 'guid');
  const description = said(item, 'description', 'itunes:summary', 'itunes:subtitle');
  const chaptersFile = addressIn(base, attribute(first(item, 'podcast:chapters'), 'url'));
  const chapters = readSimpleChapters(first(item, 'psc:chapters'), base);
  const whole = said(item, 'content:encoded');
  const content = whole ?? (isShort(description) ? null : description);
  const notes = readNotes(content);
  const type = said(item, 'itunes:episodeType')?.toLowerCase();
  const image = attribute(first(item, 'itunes:image'), 'href');
  return {
    guid: guid ?? recording.url,
    guidIsAddress: guid === null,
    title: oneLine(decoded(said(item, 'title', 'itunes:title')), 1000),
    link: webAddressIn(base, said(item, 'link')),
    date: readDate(said(item, 'pubDate', 'dc:date')),
    description:
      content === description
        ? null
        : readDescription(description, notes, chaptersFile !== null || chapters.length > 0),
    notes,
    recording,
    duration: readDuration(said(item, 'itunes:duration')),
    cover: addressIn(base, image),
    explicit: readExplicit(said(item, 'itunes:explicit')),
    season: wholeNumber(said(item, 'itunes:season', 'podcast:season')),
    number: wholeNumber(said(item, 'itunes:episode', 'podcast:episode')),
    episodeType: episodeTypes.find((name) => name === type) ?? null,
    block: isYes(said(item, 'itunes:block')),
    tags: tagsIn(item),
    people: readPeople(item, base),
    transcripts: transcriptsIn(item, base),
    chaptersFile,
    chapters,
    soundbites: soundbitesIn(item),
    license: readLicense(item, base),
    location: readLocation(item),
  };
}

/** The first enclosure that is sound or may be: some feeds list a picture or a PDF as well. */
function recordingIn(item: XmlElement, base: string): FeedEpisode['recording'] | null {
  const found = all(item, 'enclosure').flatMap((enclosure) => {
    const url = addressIn(base, attribute(enclosure, 'url'));
    if (url === null) return [];
    const type = attribute(enclosure, 'type')?.toLowerCase() ?? null;
    const bytes = wholeNumber(attribute(enclosure, 'length'));
    return [{ url, type, bytes }];
  });
  const sound = found.find(({ type }) => /^audio\//.test(type ?? ''));
  return sound ?? found.find(({ type }) => !/^(?:image|text)\/|pdf|epub/.test(type ?? '')) ?? null;
}

function transcriptsIn(item: XmlElement, base: string): FeedEpisode['transcripts'] {
  return all(item, 'podcast:transcript').flatMap((transcript) => {
    const url = addressIn(base, attribute(transcript, 'url'));
    if (url === null) return [];
    const type = attribute(transcript, 'type')?.toLowerCase() ?? null;
    return [{ url, type, language: readLanguage(attribute(transcript, 'language')) }];
  });
}

function tagsIn(item: XmlElement): string[] {
  const categories = all(item, 'category').map(({ text }) => text);
  const keywords = (said(item, 'itunes:keywords') ?? '').split(',');
  const tags = [...categories, ...keywords].map((tag) => oneLine(decoded(tag), 100));
  return [...new Set(tags.filter((tag) => tag !== null))].slice(0, 100);
}

function soundbitesIn(item: XmlElement): FeedEpisode['soundbites'] {
  return all(item, 'podcast:soundbite').flatMap((soundbite) => {
    const [start, duration] = ['startTime', 'duration'].map((name) =>
      Number(attribute(soundbite, name) ?? Number.NaN),
    );
    if (!(Number(start) >= 0 && Number(duration) > 0)) return [];
    const title = oneLine(soundbite.text, 128) ?? '';
    return [{ start: Number(start), duration: Number(duration), title }];
  });
}

/** Seasons, episodes and bytes are whole and more than none; `podcast:episode` may be `12.5`. */
function wholeNumber(text: string | null): number | null {
  const number = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
  return number > 0 ? number : null;
}
