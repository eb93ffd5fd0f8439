import { formerPodcastNamespace, namespaces } from '../markup/namespaces.ts';
import type { XmlElement } from '../markup/read-xml.ts';

/** Namespaces beyond those that we write. */
const addresses: Record<string, string[]> = {
  ...Object.fromEntries(Object.entries(namespaces).map(([prefix, address]) => [prefix, [address]])),
  podcast: [namespaces.podcast, formerPodcastNamespace],
  dc: ['http://purl.org/dc/elements/1.1/'],
};

const prefixOf = new Map(
  Object.entries(addresses).flatMap(([prefix, list]) =>
    list.map((address) => [plain(address), prefix] as const),
  ),
);

/**
 * The children with a name: `title` is RSS's own, `itunes:title` the namespace's, whatever prefix the feed
 * gives it. Addresses are compared without regard to case, and a prefix that is not declared, or with an
 * address that nobody knows, counts as the one it looks like: feeds have all of that.
 */
export function all(parent: XmlElement | null, name: string): XmlElement[] {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  const local = name.slice(colon + 1).toLowerCase();
  return (parent?.children ?? []).filter((element) => {
    if (element.name.toLowerCase() !== local) return false;
    if (prefix === '') return !element.written.includes(':');
    const known = prefixOf.get(plain(element.namespace));
    return known === undefined
      ? element.written.toLowerCase().startsWith(`${prefix}:`)
      : known === prefix;
  });
}

/** The first of them; null where there is none. */
export function first(parent: XmlElement | null, name: string): XmlElement | null {
  return all(parent, name)[0] ?? null;
}

/** What the first of these elements that says anything says, without blanks around it; else null. */
export function said(parent: XmlElement | null, ...names: string[]): string | null {
  for (const element of names.flatMap((name) => all(parent, name))) {
    const text = element.text.trim();
    if (text !== '') return text;
  }
  return null;
}

/** An attribute without blanks around it; null where it is empty or missing. */
export function attribute(element: XmlElement | null, name: string): string | null {
  return element?.attributes[name]?.trim() || null;
}

/** Text on one line, cut where it is longer than that many characters. */
export function oneLine(text: string | null, most = 255): string | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= most) return line || null;
  return `${characters.slice(0, most - 1).join('')}…`;
}

function plain(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
}
