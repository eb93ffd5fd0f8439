import type { Chapter, Episode } from '../episode/episode.ts';
import { escapeHtml } from '../markup/escape.ts';
import { descriptionOf } from './feed-description.ts';
import { type Element, element } from './feed-element.ts';
import { line } from './feed-text.ts';
import { absolute, paths, type Site } from './site.ts';

/** Fewer in a description are not taken for chapters: Apple 5482 asks for "at least three". */
const leastInDescription = 3;
/** Bytes of UTF-8 in a description (Apple 823). */
const limit = 4000;

/** The chapters for apps: as a file of their own, and inline as Podlove Simple Chapters 1.2. */
export function chaptersInFeed(site: Site, { slug, chapters }: Episode): Element[] {
  if (chapters.length === 0) return [];
  const url = absolute(site, paths.chapters(slug));
  const simple = chapters.map(({ start, title }) =>
    element('psc:chapter', '', { start: time(start, 3), title: line(title) }),
  );
  return [
    // "Served as `application/json+chapters`" (jsonChapters.md).
    element('podcast:chapters', '', { url, type: 'application/json+chapters' }),
    element('psc:chapters', simple, { version: '1.2' }),
  ];
}

/**
 * The description with a line for each chapter, as Apple and Spotify read them: "first at 00:00:00, at least
 * three" (Apple 5482). Where both do not fit, the text is cut; chapters that leave no room for any text
 * are left out.
 */
export function descriptionWithChapters(text: string, { chapters }: Episode): string {
  const lines = chapters.length < leastInDescription ? '' : linesOf(chapters);
  const room = limit - new TextEncoder().encode(lines).length;
  return room < limit / 4 ? descriptionOf(text) : descriptionOf(text, room) + lines;
}

function linesOf(chapters: Chapter[]): string {
  const [first] = chapters;
  const all =
    first && time(first.start, 0) !== '00:00:00'
      ? [{ start: 0, title: 'Beginning' }, ...chapters]
      : chapters;
  const lines = all.map(({ start, title }) => `${time(start, 0)} ${escapeHtml(line(title))}`);
  return `<p>${lines.join('<br>\n')}</p>`;
}

/** `01:02:03`, or with so many figures behind the second. */
function time(seconds: number, figures: 0 | 3): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const whole = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return figures === 0 ? whole : `${whole}.${String(ms % 1000).padStart(3, '0')}`;
}
