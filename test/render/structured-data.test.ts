import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/render/card.tsx';
import { renderEpisodePage } from '../../src/render/episode-page.tsx';
import { structuredData } from '../../src/render/structured-data.ts';
import { anEpisode, aPerson, aShow, aTranscript, site } from './an-episode.ts';

const card: Card = { svg: '<svg/>', hash: 'abcdef0123456789' };
const about = { site, show: aShow(), episode: anEpisode(), transcript: aTranscript(), card };
const address = 'https://example.org/talks/episodes/bells/';
const cardAddress = 'https://example.org/talks/art/bells-card-abcdef012345.png';

describe('an episode as schema.org has it', () => {
  test('has its words at the sound, and says where to fetch them', () => {
    expect(structuredData(about)).toMatchObject({
      '@type': 'PodcastEpisode',
      transcript: `${address}transcript.txt`,
      associatedMedia: {
        '@type': 'AudioObject',
        transcript: 'Ada Okafor: What is loam?\n\nJón Þór: Clay and hair.\n\nMostly clay.',
        caption: [
          { contentUrl: `${address}transcript.vtt`, encodingFormat: 'text/vtt' },
          { contentUrl: `${address}transcript.srt`, encodingFormat: 'application/x-subrip' },
        ],
      },
    });
  });

  test('has its chapters as clips, each with where it is heard', () => {
    const chapters = [
      { start: 0, title: 'Loam' },
      { start: 61.25, title: 'Clay' },
    ];
    expect(structuredData({ ...about, episode: anEpisode({ chapters }) })).toMatchObject({
      hasPart: [
        { '@type': 'Clip', name: 'Loam', startOffset: 0, endOffset: 61.25, url: `${address}#t=0` },
        { name: 'Clay', startOffset: 61.25, endOffset: 409.2, url: `${address}#t=61.25` },
      ],
    });
  });

  test('names its show and who makes it', () => {
    const people = [aPerson({ name: 'Ada Okafor' })];
    const data = (show = aShow()) => structuredData({ ...about, show });
    expect(data(aShow({ people }))).toMatchObject({
      author: { '@type': 'Person', name: 'Ada Okafor' },
      publisher: { name: 'Ada Okafor' },
      partOfSeries: { '@type': 'PodcastSeries', webFeed: 'https://example.org/talks/feed.xml' },
    });
    expect(data()).toMatchObject({ author: { '@type': 'Organization' } });
  });

  test('claims nothing that is not there', () => {
    const episode = anEpisode({ transcript: null, people: [], tags: [], description: '' });
    const data = structuredData({ ...about, episode, transcript: null, card: null });
    expect(JSON.stringify(data)).not.toMatch(/transcript|caption|hasPart|image|null|undefined/);
  });
});

describe('the picture of a link', () => {
  const page = (given: Partial<Parameters<typeof renderEpisodePage>[0]>) =>
    renderEpisodePage({ ...about, peaks: [], previous: null, next: null, ...given });
  const picture = { bytes: 9, width: 1500, height: 1500, type: 'image/jpeg' } as const;
  const small = { file: 's.jpg', hash: 'cd' };
  const hash = 'ab'.repeat(32);
  const cover = { ...picture, file: 'c.jpg', hash, small, forDirectories: true };

  test('is the card, with its size and what is on it', () => {
    const html = page({});
    for (const [property, content] of [
      ['og:image', cardAddress],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'How bells are cast · Workshop Talks · with Ada Okafor, Jón Þór'],
    ]) {
      expect(html).toContain(`<meta property="${property}" content="${content}"`);
    }
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
  });

  test('is the cover where no cards are drawn', () => {
    const html = page({ card: null, episode: anEpisode({ cover }) });
    expect(html).toContain(
      'property="og:image" content="https://example.org/talks/art/bells-abababababab.jpg"',
    );
    expect(html).toContain('<meta name="twitter:card" content="summary"');
    expect(page({ card: null })).not.toContain('og:image');
  });
});
