import type { Episode } from '../../src/episode/episode.ts';
import type { Person } from '../../src/episode/person.ts';
import type { Show } from '../../src/episode/show.ts';
import type { Transcript, Word } from '../../src/episode/transcript.ts';
import type { Site } from '../../src/render/site.ts';

export const site: Site = {
  url: 'https://example.org/talks',
  assets: { 'style.css': 'aaa', 'player.js': 'bbb', 'favicon.svg': 'ccc', 'icon-180.png': 'ddd' },
};

export function aShow(given: Partial<Show> = {}): Show {
  return {
    title: 'Workshop Talks',
    description: 'People at their benches.',
    language: 'en',
    author: 'Ada Okafor',
    owner: null,
    categories: [],
    explicit: false,
    copyright: null,
    link: null,
    people: [],
    funding: null,
    locked: false,
    type: 'episodic',
    block: false,
    complete: false,
    newFeedUrl: null,
    license: null,
    location: null,
    updateFrequency: null,
    txt: [],
    podroll: [],
    seasons: {},
    feedEpisodes: 300,
    hubs: [],
    robots: 'all',
    cover: null,
    guid: '00000000-0000-4000-8000-000000000000',
    changed: null,
    ...given,
  };
}

export function aPerson(given: Partial<Person> = {}): Person {
  return {
    name: 'Jo Marsh',
    role: 'guest',
    group: null,
    url: null,
    picture: null,
    bio: null,
    ...given,
  };
}

export function anEpisode(given: Partial<Episode> = {}): Episode {
  return {
    slug: 'bells',
    guid: 'guid-of-bells',
    title: 'How bells are cast',
    date: '2026-03-09T23:30:00Z',
    changed: '2026-03-10T08:00:00Z',
    corrected: null,
    language: 'en',
    description: 'A founder on loam, fire and patience.',
    notes: '',
    tags: ['craft'],
    people: [
      aPerson({ name: 'Ada Okafor', role: 'host' }),
      aPerson({ name: 'Jón Þór', url: 'https://example.net/jon' }),
    ],
    explicit: false,
    draft: false,
    unlisted: false,
    episodeType: 'full',
    block: false,
    license: null,
    location: null,
    soundbites: [],
    season: null,
    number: null,
    audio: {
      file: 'audio-1.mp3',
      extension: 'mp3',
      type: 'audio/mpeg',
      bytes: 6_543_210,
      sha256: 'ab',
      duration: 409.2,
      bitrate: 128_000,
      channels: 1,
      sampleRate: 44_100,
      asGiven: true,
      loudness: { integrated: -16, truePeak: -1, range: 4 },
    },
    waveform: { file: 'waveform-1.json' },
    chapters: [],
    transcript: {
      file: 'transcript-1.json',
      given: 'bells.txt',
      copy: null,
      hash: 'cd',
      timing: 'words',
      words: 8,
      turns: 2,
      speakers: [
        { label: 'A', name: 'Ada Okafor' },
        { label: 'J', name: 'Jón Þór' },
      ],
    },
    cover: null,
    ...given,
  };
}

/** Words with a time each, as `word@start-end`; one without `@` has none, and either side may be empty. */
export function words(text: string): Word[] {
  return text.split(' ').map((entry) => {
    const [word = '', times = ''] = entry.split('@');
    const [start, end] = times.split('-').map((time) => (time ? Number(time) : null));
    return { text: word, start: start ?? null, end: end ?? null, confidence: null };
  });
}

/** Two people, two turns, the second of two paragraphs. */
export function aTranscript(given: Partial<Transcript> = {}): Transcript {
  return {
    language: null,
    speakers: [
      { label: 'A', name: 'Ada Okafor' },
      { label: 'J', name: 'Jón Þór' },
    ],
    turns: [
      { speakers: ['A'], paragraphs: [{ words: words('What@0.5-0.8 is@0.8-1 loam?@1-1.6') }] },
      {
        speakers: ['J'],
        paragraphs: [
          { words: words('Clay@61.2-61.6 and@61.7-61.9 hair.@62-62.5') },
          { words: words('Mostly@120-120.5 clay.@120.6-121') },
        ],
      },
    ],
    ...given,
  };
}
