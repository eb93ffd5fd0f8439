import type { XmlElement } from '../markup/read-xml.ts';
import { all, first } from './elements.ts';
import type { Remark } from './feed.ts';

/** What feeds have and Alongside has no place for. */
const withoutPlace: [name: string, what: string][] = [
  ['podcast:value', 'payments (podcast:value)'],
  ['podcast:socialInteract', 'links to comments (podcast:socialInteract)'],
  ['podcast:alternateEnclosure', 'other encodings of recordings (podcast:alternateEnclosure)'],
  ['podcast:contentLink', 'links to the same elsewhere (podcast:contentLink)'],
  ['podcast:liveItem', 'live broadcasts (podcast:liveItem)'],
  ['podcast:trailer', 'trailers apart from the episodes (podcast:trailer)'],
  ['podcast:chat', 'chat rooms (podcast:chat)'],
];

/** Says of everything that has no place here how often the feed has it. */
export function leftBehind(channel: XmlElement, items: XmlElement[]): Remark[] {
  const remarks = withoutPlace.flatMap(([name, what]) => {
    const times = [channel, ...items].reduce((sum, one) => sum + all(one, name).length, 0);
    if (times === 0) return [];
    return [said(`${what[0]?.toUpperCase()}${what.slice(1)} stay behind: the feed has ${times}.`)];
  });
  const moved = first(channel, 'itunes:new-feed-url')?.text.trim();
  if (moved)
    remarks.push(
      said(`The feed says that it has moved to ${moved}; import that one if it is newer.`),
    );
  const funding = all(channel, 'podcast:funding').length;
  if (funding > 1)
    remarks.push(said(`Of ${funding} ways to support the show the first one comes.`));
  return remarks;
}

function said(message: string): Remark {
  return { episode: null, message, remedy: null, isLoss: false };
}
