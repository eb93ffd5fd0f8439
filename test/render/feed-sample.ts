import type { Cover, Episode, PublishedTranscript } from '../../src/episode/episode.ts';
import type { Show } from '../../src/episode/show.ts';
import { type FeedInput, renderFeed } from '../../src/render/feed.ts';
import type { Site } from '../../src/render/site.ts';
import { anEpisode, aPerson, aShow } from './an-episode.ts';

export const site: Site = { url: 'https://example.org/talks', assets: {} };

/** A show of which more is known than the plainest one says. */
export function makeShow(given: Partial<Show> = {}): Show {
  return aShow({
    title: 'Plain Talk',
    description: 'Conversations about how things are made.',
    author: 'Vera Holt',
    categories: [
      { name: 'Society & Culture', sub: 'Documentary' },
      { name: 'Technology', sub: null },
    ],
    copyright: '© 2026 Vera Holt',
    people: [aPerson({ name: 'Vera Holt', role: 'host', url: 'https://example.org/vera' })],
    funding: { url: 'https://example.org/give', text: 'Support the show' },
    cover: {
      file: 'cover.jpg',
      type: 'image/jpeg',
      bytes: 120_000,
      width: 3000,
      height: 3000,
      hash: 'c0ffee00c0ffee00',
    },
    guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
    ...given,
  });
}

export function makeEpisode(given: Partial<Episode> = {}): Episode {
  return anEpisode({
    slug: 'the-bell-founder',
    guid: '0b1c7f0e-3c55-4a55-9d2a-6c1f3f0d9a11',
    title: 'The bell founder',
    date: '2026-03-01T07:00:00.000Z',
    changed: '2026-03-02T10:30:00.000Z',
    language: 'en-GB',
    description: 'How a bell gets its note.',
    notes: 'With **Jo Marsh**.\n\nThe [foundry](https://example.org/foundry) & its tower.',
    people: [aPerson()],
    season: 2,
    number: 5,
    audio: { ...anEpisode().audio, bytes: 734_003, sha256: 'ab'.repeat(32), duration: 61.237 },
    chapters: [
      { start: 0, title: 'The mould' },
      { start: 30.5, title: 'The note' },
    ],
    transcript: makeTranscript(),
    ...given,
  });
}

export function makeTranscript(given: Partial<PublishedTranscript> = {}): PublishedTranscript {
  return {
    file: 'transcript-1.json',
    given: 'transcript.txt',
    copy: null,
    hash: 'feedbeeffeedbeef',
    timing: 'words',
    words: 120,
    turns: 8,
    speakers: [
      { label: 'V', name: 'Vera Holt' },
      { label: 'J', name: 'Jo Marsh' },
    ],
    ...given,
  };
}

export function makeCover(given: Partial<Cover> = {}): Cover {
  return {
    file: 'cover.png',
    type: 'image/png',
    bytes: 90_000,
    width: 1400,
    height: 1400,
    hash: 'ba5eba11ba5eba11',
    small: { file: 'cover-small.jpg', hash: '5ma115ma115ma115' },
    forDirectories: true,
    ...given,
  };
}

/** A feed as text, where there is one. */
export function feedText(input: FeedInput): string {
  const text = renderFeed(input);
  if (text === null) throw new Error('There is no such page.');
  return text;
}
