import type { Episode } from '../episode/episode.ts';
import { legalInXml } from '../markup/escape.ts';

/**
 * The chapters as the podcast namespace has them, JSON chapters 1.2 (docs/jsonChapters.md): ascending,
 * `startTime` in seconds, here to the millisecond.
 */
export function renderChapters(episode: Episode): string {
  const chapters = episode.chapters
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, title }) => ({
      startTime: Math.round(start * 1000) / 1000,
      title: legalInXml(title),
    }));
  return JSON.stringify({ version: '1.2.0', chapters });
}
