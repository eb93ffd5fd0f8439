import type { Episode } from '../episode/episode.ts';
import type { Show } from '../episode/show.ts';
import { descriptionOf, textOfHtml } from './feed-description.ts';
import { notesInFeed } from './feed-notes.ts';
import { feedPage } from './feed-page.ts';
import { line } from './feed-text.ts';
import { absolute, paths, type Site } from './site.ts';

/**
 * The feed for readers that prefer JSON: JSON Feed 1.1 (jsonfeed.org/version/1.1), with the sound as
 * attachment.
 *
 * @returns null where there is no such page
 */
export function renderJsonFeed(
  site: Site,
  show: Show,
  episodes: readonly Episode[],
  page: number,
): string | null {
  const found = feedPage(episodes, show.feedEpisodes, page);
  if (found === null) return null;
  const { cover, hubs } = show;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: line(show.title),
    home_page_url: absolute(site, paths.front()),
    feed_url: absolute(site, paths.jsonFeed(page)),
    description: show.description,
    ...(page < found.pages && { next_url: absolute(site, paths.jsonFeed(page + 1)) }),
    ...(cover && { icon: absolute(site, paths.showCover(cover.hash, cover.type)) }),
    authors: [{ name: show.author }],
    language: show.language,
    ...(show.complete && { expired: true }),
    ...(hubs.length > 0 && { hubs: hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: found.episodes.map((episode) => itemOf(site, episode)),
  });
}

function itemOf(site: Site, episode: Episode) {
  const { slug, audio, cover, people, tags } = episode;
  const html = notesInFeed(episode.notes);
  const summary = descriptionOf(episode.description);
  return {
    id: episode.guid,
    url: absolute(site, paths.episode(slug)),
    title: line(episode.title) || slug,
    // "One or both of content_text and content_html must be present".
    ...(html === '' ? { content_text: summary } : { content_html: html }),
    summary: summary || descriptionOf(textOfHtml(html)),
    ...(cover && { image: absolute(site, paths.cover(slug, cover.hash, cover.type)) }),
    date_published: new Date(episode.date).toISOString(),
    date_modified: new Date(episode.changed).toISOString(),
    authors: people.map(({ name, url }) => ({ name, ...(url && { url }) })),
    tags,
    language: episode.language,
    attachments: [
      {
        url: absolute(site, paths.audio(slug, audio.extension)),
        // For browsers, which know M4A under its registered name.
        mime_type: audio.type === 'audio/x-m4a' ? 'audio/mp4' : audio.type,
        size_in_bytes: audio.bytes,
        duration_in_seconds: Math.round(audio.duration),
      },
    ],
  };
}
