import { describe, expect, test } from 'vitest';
import { nameSpeakers } from '../../src/episode/transcript.ts';
import { renderEpisodePage } from '../../src/render/episode-page.tsx';
import { anEpisode, aPerson, aShow, aTranscript, site, words } from './an-episode.ts';

type Given = Partial<Parameters<typeof renderEpisodePage>[0]>;

function page(given: Given = {}): string {
  return renderEpisodePage({
    site,
    show: aShow(),
    episode: anEpisode(),
    transcript: aTranscript(),
    peaks: Array.from({ length: 500 }, (_, at) => at % 100),
    previous: null,
    next: null,
    ...given,
  });
}

describe('without script', () => {
  test('the sound plays with the browser’s own controls', () => {
    expect(page()).toContain(
      '<audio controls preload="none" data-part="audio" src="/talks/audio/bells.mp3">',
    );
  });

  test('our own controls stay hidden', () => {
    expect(page()).toMatch(/<div class="controls" data-part="controls" hidden>/);
  });

  test('a link to a moment leads to the turn that begins there', () => {
    const html = page();
    expect(html).toContain('href="#t=61.2"');
    expect(html).toMatch(/<section class="turn speaker-2" id="t=61.2"/);
  });

  test('the recording can be fetched, and how large it is stands beside it', () => {
    expect(page()).toMatch(
      /href="\/talks\/audio\/bells\.mp3" download>.*?Download MP3<\/a> <span class="quiet">6\.5 MB/,
    );
  });
});

describe('the transcript', () => {
  test('is plain text in paragraphs, one space between words', () => {
    const html = page();
    expect(html).toContain('<div class="said"><p>What is loam?</p></div>');
    expect(html).toMatch(/<p[^>]*>Clay and hair\.<\/p><p[^>]*>Mostly clay\.<\/p>/);
  });

  test('of a long talk says how much text each turn has, so that its height is known', () => {
    expect(page()).not.toMatch(/data-characters|class="turns long"/);
    const said = { paragraphs: [{ words: words('word '.repeat(2000).trim()) }], speakers: ['A'] };
    const html = page({ transcript: aTranscript({ turns: [said, said, said] }) });
    expect(html).toContain('<div class="turns long"');
    expect(html.match(/data-characters="9999" data-paragraphs="1">/g)).toHaveLength(3);
    expect(html.match(/<p data-characters="9999">/g)).toHaveLength(3);
  });

  test('names who speaks and when', () => {
    expect(page()).toContain(
      '<p class="who"><b class="name">Jón Þór</b> <a class="moment" href="#t=61.2" aria-label="Play from 1:01" lang="en"><time datetime="PT1M1S">1:01</time></a></p>',
    );
  });

  test('text from files never becomes markup', () => {
    const turns = [
      { speakers: ['A'], paragraphs: [{ words: words('<script>alert(1)</script> &amp;') }] },
    ];
    const html = page({
      episode: anEpisode({
        title: '"><img src=x onerror=alert(1)>',
        description: '</title><script>',
      }),
      transcript: aTranscript({ speakers: [{ label: 'A', name: '<b>Ada' }], turns }),
    });
    expect(html).toContain('>&lt;script>alert(1)&lt;/script> &amp;amp;</p>');
    expect(html).not.toMatch(/<img src=x|<script>|<b>Ada/);
  });

  test('two turns that begin at the same moment have different ids', () => {
    const turn = { speakers: ['A'], paragraphs: [{ words: words('Yes.@3-4') }] };
    const html = page({ transcript: aTranscript({ turns: [turn, turn] }) });
    expect(html).toContain('id="t=3"');
    expect(html).toContain('id="turn-2"');
  });

  test('a turn nobody is named for has a time and no name', () => {
    const html = page({
      transcript: aTranscript({
        turns: [{ speakers: [], paragraphs: [{ words: words('Hm.@3-4') }] }],
      }),
    });
    expect(html).toMatch(/<section class="turn" id="t=3"[^>]*><p class="who"> <a class="moment"/);
  });

  test('chapters stand as headings where they begin, and their ids are the moments', () => {
    const chapters = [
      { start: 0, title: 'Loam' },
      { start: 119, title: 'Clay' },
    ];
    const html = page({ episode: anEpisode({ chapters }) });
    expect(html).toMatch(/<h3 class="chapter" id="t=119">Clay<\/h3><p[^>]*>Mostly clay\.<\/p>/);
    expect(html.indexOf('<h3 class="chapter" id="t=0">')).toBeLessThan(
      html.indexOf('What is loam?'),
    );
    expect(html).toContain('<a href="#t=119"><span class="figure">1:59</span> Clay</a>');
  });

  test('its language and direction are its own', () => {
    const said = [{ speakers: [], paragraphs: [{ words: words('أهلا وسهلا') }] }];
    const text = (language: string | null) =>
      page({ transcript: aTranscript({ language, turns: said }) });
    expect(text('ar')).toContain('<div class="turns" lang="ar" dir="rtl">');
    expect(text(null)).toContain('<div class="turns" lang dir="rtl">');
    expect(page()).toContain('<div class="turns" lang="en" dir="ltr">');
  });

  test('it can be had in every form, and as it was given', () => {
    const html = page();
    for (const form of ['vtt', 'srt', 'json', 'html', 'md', 'txt', 'given']) {
      expect(html).toContain(`href="/talks/episodes/bells/transcript.${form}"`);
    }
    expect(html).toContain('download="bells.txt"');
  });
});

describe('states', () => {
  test('no transcript yet is said in one sentence', () => {
    const html = page({ episode: anEpisode({ transcript: null }), transcript: null });
    expect(html).toContain('There is no transcript of this episode yet.');
    expect(html).not.toContain('word-times');
  });

  test('a transcript without times says so, and offers no timed forms', () => {
    const turns = [{ speakers: ['A'], paragraphs: [{ words: words('What is loam?') }] }];
    const transcript = { ...anEpisode().transcript!, timing: 'none' as const };
    const html = page({ episode: anEpisode({ transcript }), transcript: aTranscript({ turns }) });
    expect(html).toContain('This transcript has no times, so it does not follow the sound.');
    expect(html).toContain('id="turn-1"');
    expect(html).not.toMatch(/transcript\.vtt|word-times|<track/);
  });

  test('a transcript with few times says so', () => {
    const untimed = { speakers: ['J'], paragraphs: [{ words: words('And so on.') }] };
    const turns = [...aTranscript().turns.slice(0, 1), untimed, untimed, untimed];
    expect(page({ transcript: aTranscript({ turns }) })).toContain('Only some passages have times');
  });

  test('a page with next to nothing still stands', () => {
    const episode = anEpisode({
      description: '',
      notes: '',
      tags: [],
      people: [],
      transcript: null,
    });
    const html = page({ episode, transcript: null, peaks: [] });
    expect(html).toContain('<h1>How bells are cast</h1>');
    const read = html.replace(/<script.*?<\/script>/g, '');
    expect(read).not.toMatch(/undefined|NaN|null/);
  });
});

describe('for machines', () => {
  test('the address, the card, the feed and the transcripts are named', () => {
    const html = page();
    for (const tag of [
      '<link rel="canonical" href="https://example.org/talks/episodes/bells/"',
      '<meta property="og:title" content="How bells are cast"',
      '<meta property="og:audio" content="https://example.org/talks/audio/bells.mp3"',
      '<link rel="alternate" type="application/rss+xml" title="Workshop Talks" href="https://example.org/talks/feed.xml"',
      '<link rel="alternate" type="text/vtt" title="Transcript as WebVTT" href="https://example.org/talks/episodes/bells/transcript.vtt"',
      'href="https://example.org/talks/oembed?url=https%3A%2F%2Fexample.org%2Ftalks%2Fepisodes%2Fbells%2F"',
    ]) {
      expect(html).toContain(tag);
    }
  });

  test('the structured data is JSON that no title can break out of', () => {
    const html = page({ episode: anEpisode({ title: '</script><!-- x' }) });
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'PodcastEpisode',
      name: '</script><!-- x',
      associatedMedia: { duration: 'PT6M49S', contentSize: '6543210' },
    });
  });

  test('a draft asks not to be found', () => {
    expect(page({ episode: anEpisode({ draft: true }) })).toContain(
      '<meta name="robots" content="noindex"',
    );
    expect(page()).not.toContain('noindex');
  });

  test('nothing in it needs more than the content policy allows', () => {
    const html = page({ episode: anEpisode({ notes: '<p style="x" onclick="y">z</p>' }) });
    expect(html).not.toMatch(/\sstyle="|<style|\son[a-z]+="|javascript:/);
    const types = Array.from(html.matchAll(/<script[^>]*type="(.*?)"/g), ([, type]) => type);
    expect(html.match(/<script/g)).toHaveLength(types.length);
    expect(new Set(types)).toEqual(new Set(['module', 'application/ld+json', 'application/json']));
    expect(html.match(/<script type="module"[^>]*>/g)).toEqual([
      '<script type="module" src="/talks/assets/player.js?v=bbb">',
    ]);
  });

  test('an address that would run is not linked', () => {
    const url = 'javascript:alert(1)';
    const people = [aPerson({ name: 'Eve', url, picture: { url }, bio: 'Eve.' })];
    expect(page({ episode: anEpisode({ people }) })).not.toContain('javascript:');
  });
});

describe('the people', () => {
  const picture = {
    file: 'jo.jpg',
    type: 'image/jpeg',
    bytes: 20_000,
    width: 400,
    height: 500,
    hash: 'ab'.repeat(32),
  } as const;
  const about = (given: Parameters<typeof aPerson>[0]) =>
    page({ episode: anEpisode({ people: [aPerson(given)] }) });

  test('stand below the words with a picture, their link and what is said of them', () => {
    const html = about({ picture, url: 'https://example.net/jo', bio: 'Builds boats.\n\nSwims.' });
    expect(html).toContain('<a href="https://example.net/jo">Jo Marsh</a>');
    expect(html).toContain('<p class="bio">Builds boats.</p><p class="bio">Swims.</p>');
    const [image] = /<img[^>]*class="portrait"[^>]*>/.exec(html) ?? [''];
    expect(image).toContain('src="/talks/art/person-abababababab.jpg"');
    expect(image).toContain('alt="Portrait of Jo Marsh"');
    expect(image).toMatch(/width="72" height="72"/);
  });

  test('of whom there is nothing to tell are only named above', () => {
    expect(about({ url: 'https://example.net/jo' })).not.toContain('about-people');
  });

  test('are shown by no picture from elsewhere, and by none that is heavy', () => {
    const elsewhere = { url: 'https://example.net/jo.jpg' };
    expect(about({ bio: 'Swims.', picture: elsewhere })).not.toContain('class="portrait"');
    expect(about({ picture: { ...picture, bytes: 3_000_000 } })).not.toContain('class="portrait"');
  });

  test('are text, whatever is written about them', () => {
    const attack = '"><img src=x onerror=alert(1)><script>';
    const html = about({ name: attack, role: attack, bio: attack, picture });
    expect(html).not.toMatch(/<img src=x|<script>/);
  });

  test('of two labels are one speaker in one colour', () => {
    const two = aTranscript({ speakers: ['A', 'J'].map((label) => ({ label, name: 'Jo Marsh' })) });
    const html = page({ transcript: nameSpeakers(two, []) });
    expect(html).toContain('<b class="name">Jo Marsh</b>');
    expect(html).not.toContain('speaker-2');
  });
});
