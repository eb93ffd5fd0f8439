import { type Finding, finding, quoted } from './finding.ts';
import { all, first, type Item } from './read-feed.ts';

/** Normal Play Time, as Podlove Simple Chapters writes it: `12.5`, `01:30`, `1:01:30.250`. */
const playTime = /^(?:(?:\d+:)?[0-5]?\d:)?\d+(?:\.\d+)?$/;

/** Podlove Simple Chapters, which stand in the feed itself. */
export function checkSimpleChapters(item: Item): { count: number | null; findings: Finding[] } {
  const list = first(item.element, 'psc:chapters');
  if (list === null) return { count: null, findings: [] };
  const chapters = all(list, 'psc:chapter');
  let before = -1;
  const findings = chapters.flatMap(({ attributes, line }) => {
    const { start = '', title = '' } = attributes;
    const seconds = playTime.test(start.trim()) ? secondsOf(start.trim()) : null;
    const right = seconds !== null && seconds > before && title.trim() !== '';
    // What comes after one that stands too far up is in order again.
    before = seconds ?? before;
    const found = `A chapter begins at ${quoted(start)} and is called ${quoted(title)}.`;
    return right ? [] : [finding('simple-chapters-form', line, found, item)];
  });
  return { count: chapters.length, findings };
}

function secondsOf(text: string): number {
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
