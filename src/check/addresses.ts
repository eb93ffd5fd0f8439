import { type Finding, finding, quoted } from './finding.ts';
import type { Feed, Item } from './read-feed.ts';

/** @param base what a relative address goes out from */
export function parseAddress(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The ending of an address's path, in small letters, without its dot; empty where it has none. */
export function extensionOf(url: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(parseAddress(url)?.pathname ?? '')?.[1]?.toLowerCase() ?? '';
}

/** “Only ASCII a-z A-Z 0-9 in filenames and URLs”. */
export function checkLetters(url: string, line: number, item: Item | null): Finding[] {
  if (/[^\x21-\x7e]/.test(url)) {
    return [
      finding('address-not-ascii', line, `The address ${quoted(url)} has other letters.`, item),
    ];
  }
  if (!/%(?:[89a-f][0-9a-f]|20)/i.test(parseAddress(url)?.pathname ?? '')) return [];
  const found = `The address ${quoted(url)} has encoded letters or blanks in its path.`;
  return [finding('address-encoded', line, found, item)];
}

/** One piece of advice for the feed, one for all its sound: a hundred would say no more. */
export function checkTransport(url: string, { items }: Feed): Finding[] {
  const findings = isPlain(url)
    ? [finding('plain-http', url, 'The feed is served over plain http.')]
    : [];
  const plain = items.filter(({ enclosure }) => isPlain(enclosure?.attributes.url ?? ''));
  if (plain[0]?.enclosure) {
    const found = `${plain.length} of ${items.length} enclosures have addresses with plain http.`;
    findings.push(finding('plain-http', plain[0].enclosure.line, found));
  }
  return findings;
}

function isPlain(text: string): boolean {
  const url = parseAddress(text.trim());
  return url?.protocol === 'http:' && isPublic(url.hostname);
}

/** Whether a name or an address is one of the open net's, not of a house or a machine. */
function isPublic(host: string): boolean {
  if (/^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host))
    return false;
  if (host.startsWith('[')) return !/^\[(?:::1?\]|f[cde])/.test(host);
  return host.includes('.') && !/\.(?:localhost|local|lan|test|internal|home\.arpa)$/.test(host);
}
