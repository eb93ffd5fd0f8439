import { readXml } from '../markup/read-xml.ts';
import { checkTransport, extensionOf } from './addresses.ts';
import { checkItemArt, checkShowArt } from './art.ts';
import { type Ask, isAnswer } from './ask.ts';
import { checkAudio } from './audio.ts';
import { checkChannel, checkSelfLink } from './channel.ts';
import { checkChapters } from './chapters.ts';
import { checkEnclosure } from './enclosure.ts';
import { fetchFeed } from './feed-file.ts';
import { type Finding, finding } from './finding.ts';
import { checkKept, checkUnique } from './guids.ts';
import { checkItem } from './item.ts';
import { checkNamespaces } from './namespaces.ts';
import { type Feed, first, type Item, readFeed } from './read-feed.ts';
import { checkSound, type Listen } from './sound.ts';
import { sumUp } from './sum-up.ts';
import { checkTranscripts } from './transcripts.ts';
import { checkWellFormed } from './well-formed.ts';

export interface Report {
  url: string;
  /** Errors first, the show before its episodes. */
  findings: Finding[];
  looked: {
    /** Episodes in the feed, those whose files were fetched, and those that were listened to. */
    episodes: number;
    opened: number;
    heard: number;
    requests: number;
    redirects: number;
  };
}

export interface CheckOptions {
  ask: Ask;
  /** How many of the newest episodes have their files fetched, or the GUID of the one. */
  episodes: number | { guid: string };
  /** Listens to the sound of the newest ones; null where nothing is listened to. */
  listen: Listen | null;
  /** An older copy of the feed, to see whether GUIDs were kept. */
  since?: string | undefined;
  signal?: AbortSignal | undefined;
  /** @param share how much is done, 0–1 */
  onProgress?: (step: string, share: number) => void;
}

/** Whole recordings are fetched of so many episodes at most. */
const mostHeard = 3;

/**
 * Does with a feed what a podcast directory does: reads it, fetches what it names, and holds all of it to
 * the rules in `rules.ts`. Nothing in a feed makes it throw; what cannot be fetched is a finding.
 *
 * @throws whatever the signal was aborted with
 */
export async function checkFeed(url: string, options: CheckOptions): Promise<Report> {
  const { onProgress = () => {} } = options;
  const looked = { episodes: 0, opened: 0, heard: 0, requests: 0, redirects: 0 };
  const ask: Ask = async (address, question) => {
    options.signal?.throwIfAborted();
    looked.requests += 1;
    const result = await options.ask(address, question);
    looked.redirects += isAnswer(result) ? result.redirects : 0;
    return result;
  };
  onProgress('Reading the feed', 0);
  const { source, findings } = await fetchFeed(ask, url);
  const add = (more: Finding[]) => {
    // One by one: a hostile feed may give rise to more than fit into a call.
    for (const one of more) findings.push(one);
  };
  const report = () => ({ url, findings: sumUp(findings), looked });
  if (source === null) return report();
  add(checkWellFormed(source));
  const feed = readFeed(source);
  if (feed === null) {
    findings.push(finding('rss-root', url, whatItIs(source)));
    return report();
  }
  looked.episodes = feed.items.length;
  add(checkText(feed, url, options.since));
  onProgress('Looking at the art', 0);
  add(await checkShowArt(ask, feed));
  const chosen = choose(feed, options.episodes);
  const art = new Set([first(feed.channel, 'itunes:image')?.attributes.href?.trim() ?? '']);
  for (const [index, item] of chosen.entries()) {
    onProgress('Fetching what episodes name', index / chosen.length);
    add(await checkFiles(ask, item, art));
    looked.opened += 1;
  }
  for (const [index, item] of chosen.slice(0, mostHeard).entries()) {
    onProgress('Listening', index / Math.min(mostHeard, chosen.length));
    const heard = await listenTo(item, options);
    if (heard !== null) add(heard);
    looked.heard += heard === null ? 0 : 1;
  }
  return report();
}

/** What stands at a feed's address that is no RSS. */
function whatItIs(source: string): string {
  const name = readXml(source)?.name.toLowerCase() ?? '';
  if (name === 'feed') return 'It is an Atom feed.';
  return name === 'html' ? 'It is a web page.' : 'There is no <channel> in it.';
}

/** All that the text of the feed tells. */
function checkText(feed: Feed, url: string, since: string | undefined): Finding[] {
  const older = since === undefined ? null : readFeed(since);
  return [
    ...checkNamespaces(feed.root),
    ...checkTransport(url, feed),
    ...checkChannel(feed),
    ...checkSelfLink(feed.channel, url),
    ...feed.items.flatMap((item) => [...checkItem(item), ...checkEnclosure(item)]),
    ...checkUnique(feed.items),
    ...(older === null ? [] : checkKept(feed, older)),
  ];
}

async function checkFiles(ask: Ask, item: Item, art: Set<string>): Promise<Finding[]> {
  return [
    ...(await checkAudio(ask, item)),
    ...(await checkItemArt(ask, item, art)),
    ...(await checkTranscripts(ask, item)),
    ...(await checkChapters(ask, item)),
  ];
}

/** The newest by their dates, wherever they stand in the feed; those without one as they stand. */
function choose({ items }: Feed, which: CheckOptions['episodes']): Item[] {
  if (typeof which !== 'number') return items.filter(({ guid }) => guid === which.guid);
  const dateOf = ({ element }: Item) => Date.parse(first(element, 'pubDate')?.text ?? '') || 0;
  return items.toSorted((one, other) => dateOf(other) - dateOf(one)).slice(0, which);
}

/** @returns null where it was not listened to */
async function listenTo(item: Item, { listen, signal }: CheckOptions): Promise<Finding[] | null> {
  const url = item.enclosure?.attributes.url?.trim() ?? '';
  const sound = url && listen && extensionOf(url) !== 'pdf' ? await listen(url, signal) : null;
  return sound && checkSound(url, sound, item);
}
