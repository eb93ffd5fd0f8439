import { expect, test } from 'vitest';
import { oembedFor } from '../../src/render/oembed.ts';
import { anEpisode, aShow, site } from './an-episode.ts';

const asked = { site, show: aShow(), episode: anEpisode({ title: 'Bells & <i>' }) };
const picture = { url: 'https://example.org/card.png', width: 1200, height: 630, alt: 'Bells' };

test('inside the frame stands a plain link, for those who take frames away', () => {
  expect(oembedFor(asked).html).toMatch(
    /><a href="https:\/\/example\.org\/talks\/episodes\/bells\/">Bells &amp; &lt;i><\/a><\/iframe>$/,
  );
});

test('the frame begins where it was asked to, and so does the link in it', () => {
  const { html, height } = oembedFor({
    ...asked,
    embedded: { time: '61.2,75.9', withWords: false },
  });
  expect(html).toContain('/embed/bells/?t=61.2,75.9"');
  expect(html).toContain('/episodes/bells/#t=61.2,75.9"');
  expect(height).toBe(180);
});

test('with the words the frame is higher, but never than asked for', () => {
  const embedded = { time: null, withWords: true };
  expect(oembedFor({ ...asked, embedded }).html).toContain('/embed/bells/?transcript"');
  expect(oembedFor({ ...asked, embedded }).height).toBe(480);
  expect(oembedFor({ ...asked, embedded, maxheight: 300 }).height).toBe(300);
});

test('the thumbnail respects what was asked for, too', () => {
  expect(oembedFor({ ...asked, picture })).toMatchObject({
    thumbnail_url: picture.url,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  expect(oembedFor({ ...asked, picture, maxwidth: 600 })).not.toHaveProperty('thumbnail_url');
});
