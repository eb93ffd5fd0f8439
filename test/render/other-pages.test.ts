import { describe, expect, test } from 'vitest';
import { renderArchivePage } from '../../src/render/archive-page.tsx';
import { archivesOf } from '../../src/render/archives.ts';
import { renderEmbedPage } from '../../src/render/embed-page.tsx';
import { renderMessagePage } from '../../src/render/message-page.tsx';
import { oembedFor } from '../../src/render/oembed.ts';
import { segment } from '../../src/render/site.ts';
import { anEpisode, aShow, aTranscript, site } from './an-episode.ts';

test('an archive page counts and lists', () => {
  const episodes = [anEpisode(), anEpisode({ slug: 'organs' })];
  const archive = archivesOf('person', aShow(), episodes).get(segment('Jón Þór'))!;
  const html = renderArchivePage({ site, show: aShow(), archive });
  expect(html).toContain('2 episodes with Jón Þór.');
  expect(html).toContain('href="https://example.org/talks/people/j%C3%B3n-%C3%BE%C3%B3r/"');
  expect(html).toContain('/talks/episodes/organs/');
});

describe('a message page', () => {
  const message = { status: 404, title: 'Nothing here', sentence: 'There is no such page.' };

  test('says what happened and where to go', () => {
    const link = { href: '/talks/', text: 'All episodes' };
    const html = renderMessagePage({ site, show: aShow(), ...message, link });
    expect(html).toContain('There is no such page.');
    expect(html).toContain('<a href="/talks/">All episodes</a>');
  });

  test('does without the show', () => {
    expect(renderMessagePage({ site, show: null, ...message })).toContain('<h1>Nothing here</h1>');
  });
});

describe('the embedded player', () => {
  const about = {
    site,
    show: aShow(),
    episode: anEpisode(),
    peaks: [1, 50, 100],
    transcript: aTranscript(),
  };
  const html = renderEmbedPage({ ...about, withWords: false });

  test('links to the page of the episode', () => {
    expect(html).toContain(
      '<a href="https://example.org/talks/episodes/bells/" target="_blank" rel="noopener">',
    );
  });

  test('carries no transcript and asks not to be found', () => {
    expect(html).not.toContain('Clay and hair');
    expect(html).toContain('noindex');
  });

  test('has the words under it where they are asked for', () => {
    expect(renderEmbedPage({ ...about, withWords: true })).toContain('Clay and hair');
  });
});

describe('oEmbed', () => {
  const asked = { site, show: aShow(), episode: anEpisode({ title: '"Bells" & <i>' }) };

  test('is a rich answer with an iframe whose title cannot break out', () => {
    const answer = oembedFor(asked);
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Workshop Talks' });
    expect(answer.html).toContain('src="https://example.org/talks/embed/bells/"');
    expect(answer.html).toContain(
      'title="&quot;Bells&quot; &amp; &lt;i>: listen at Workshop Talks"',
    );
  });

  test('is never larger than asked for', () => {
    expect(oembedFor({ ...asked, maxwidth: 320, maxheight: 100 })).toMatchObject({
      width: 320,
      height: 100,
    });
    expect(oembedFor({ ...asked, maxwidth: 4000 }).width).toBe(640);
  });
});
