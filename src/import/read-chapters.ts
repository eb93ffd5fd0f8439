import type { XmlElement } from '../markup/read-xml.ts';
import { webAddressIn } from './address.ts';
import { all, attribute, oneLine } from './elements.ts';
import type { FeedChapter } from './feed.ts';
import { readDuration } from './read-duration.ts';

/** Chapters that stand in the feed itself: https://podlove.org/simple-chapters/ */
export function readSimpleChapters(chapters: XmlElement | null, base: string): FeedChapter[] {
  const found = all(chapters, 'psc:chapter').flatMap((chapter, at) => {
    const given = attribute(chapter, 'start') ?? '';
    const start = /^[0:.]+$/.test(given) ? 0 : readDuration(given);
    if (start === null) return [];
    return [
      {
        start,
        title: oneLine(attribute(chapter, 'title'), 1000) ?? `Chapter ${at + 1}`,
        link: webAddressIn(base, attribute(chapter, 'href')),
        picture: webAddressIn(base, attribute(chapter, 'image')),
      },
    ];
  });
  return inOrder(found);
}

/**
 * Chapters in the podcast namespace's JSON.
 *
 * @param base the file's own address
 * @returns null where it is no such file; chapters that only show a picture are left out
 */
export function readJsonChapters(source: string, base: string): FeedChapter[] | null {
  const list = listIn(source);
  if (list === null) return null;
  const found = list.slice(0, 10_000).flatMap((chapter, at): FeedChapter[] => {
    if (typeof chapter !== 'object' || chapter === null) return [];
    const { startTime, title, url, img, toc } = chapter as Record<string, unknown>;
    const start = typeof startTime === 'string' ? Number(startTime) : startTime;
    if (typeof start !== 'number' || !(start >= 0) || toc === false) return [];
    return [
      {
        start,
        title: oneLine(textIn(title), 1000) ?? `Chapter ${at + 1}`,
        link: webAddressIn(base, textIn(url)),
        picture: webAddressIn(base, textIn(img)),
      },
    ];
  });
  return inOrder(found);
}

/** The podcast namespace's JSON chapters 1.2 (docs/jsonChapters.md). */
export function printChapters(chapters: FeedChapter[]): string {
  const list = chapters.map(({ start, title, link, picture }) => ({
    startTime: start,
    title,
    ...(link === null ? {} : { url: link }),
    ...(picture === null ? {} : { img: picture }),
  }));
  return `${JSON.stringify({ version: '1.2.0', chapters: list }, null, 2)}\n`;
}

function listIn(source: string): unknown[] | null {
  try {
    const json: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    const list = (json as { chapters?: unknown } | null)?.chapters;
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function inOrder(chapters: FeedChapter[]): FeedChapter[] {
  return chapters.toSorted((one, other) => one.start - other.start);
}
