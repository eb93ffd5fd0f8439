import { formerPodcastNamespace, namespaces } from '../markup/namespaces.ts';
import { everyElement, readXml, type XmlElement } from '../markup/read-xml.ts';

/** A feed as far as it can be read, whatever is wrong with it. */
export interface Feed {
  root: XmlElement;
  channel: XmlElement;
  items: Item[];
}

export interface Item {
  element: XmlElement;
  line: number;
  /** What to call it: its title, else its GUID, else its place. */
  title: string;
  guid: string | null;
  enclosure: XmlElement | null;
}

/** Episodes that are looked at; a feed with more is no feed any app could use. */
const mostItems = 20_000;

/** @returns null where there is no channel in it */
export function readFeed(source: string): Feed | null {
  const root = readXml(source);
  const channel = root?.children.find(({ written }) => written === 'channel');
  if (root === null || channel === undefined) return null;
  // Wherever they stand: a tag before them that nobody closed would hide them all.
  const elements = [...everyElement(channel)]
    .filter(({ written }) => written === 'item')
    .slice(0, mostItems);
  const items = elements.map((element, index): Item => {
    const guid = textOf(element, 'guid') || null;
    return {
      element,
      line: element.line,
      title: textOf(element, 'title') || guid || `Episode ${index + 1} of the feed`,
      guid,
      enclosure: first(element, 'enclosure'),
    };
  });
  return { root, channel, items };
}

/**
 * The child elements of that name: those of the very namespace, and those that only seem to be of it since
 * they have its usual prefix. That a namespace is misspelt is told once, elsewhere.
 *
 * @param name as usually written: `itunes:image`, `title`
 */
export function all(parent: XmlElement, name: string): XmlElement[] {
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name];
  const addresses = addressesOf(prefix);
  return parent.children.filter(
    (child) =>
      child.written === name || (child.name === local && addresses.includes(child.namespace)),
  );
}

export function first(parent: XmlElement, name: string): XmlElement | null {
  return all(parent, name)[0] ?? null;
}

/** The text of the first such child, without blanks around it; empty where there is none. */
export function textOf(parent: XmlElement, name: string): string {
  return first(parent, name)?.text.trim() ?? '';
}

function addressesOf(prefix: string): string[] {
  if (prefix === 'podcast') return [namespaces.podcast, formerPodcastNamespace];
  const known: Record<string, string> = namespaces;
  const address = known[prefix];
  return address === undefined ? [] : [address];
}
