import { type Finding, finding, quoted } from './finding.ts';
import { type Feed, type Item, textOf } from './read-feed.ts';

/** No two episodes share a GUID, letters compared as they stand, nor an enclosure. */
export function checkUnique(items: Item[]): Finding[] {
  return [
    ...repeats(items, 'guid-repeated', ({ guid }) => guid),
    ...repeats(items, 'enclosure-repeated', ({ enclosure }) => enclosure?.attributes.url?.trim()),
  ];
}

function repeats(
  items: Item[],
  rule: 'guid-repeated' | 'enclosure-repeated',
  keyOf: (item: Item) => string | null | undefined,
): Finding[] {
  const owners = new Map<string, Item>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (!key) return [];
    const owner = owners.get(key);
    if (owner !== undefined) {
      const found = `${quoted(key)} belongs to ${quoted(owner.title)} in line ${owner.line} as well.`;
      return [finding(rule, item.line, found, item)];
    }
    owners.set(key, item);
    return [];
  });
}

/**
 * Whether the episodes kept the GUIDs that an older copy of the feed had. An episode is known again by its
 * enclosure, or by its title together with its date.
 */
export function checkKept(feed: Feed, older: Feed): Finding[] {
  const before = new Map<string, Item>();
  for (const item of older.items) for (const mark of marksOf(item)) before.set(mark, item);
  const still = new Set(feed.items.map(({ guid }) => guid));
  const findings = feed.items.flatMap((item) => {
    const known = marksOf(item).flatMap((mark) => before.get(mark) ?? []);
    const old = known.find(({ guid }) => guid !== null);
    if (old === undefined || known.some(({ guid }) => guid === item.guid)) return [];
    if (still.has(old.guid)) return [];
    const found = `The GUID was ${quoted(old.guid ?? '')} and is ${quoted(item.guid ?? '')} now.`;
    return [finding('guid-changed', item.line, found, item)];
  });
  const [was, is] = [older, feed].map(({ channel }) => textOf(channel, 'podcast:guid'));
  if (was && was.toLowerCase() !== is?.toLowerCase()) {
    const found = `The show’s GUID was ${quoted(was)} and is ${quoted(is ?? '')} now.`;
    findings.push(finding('podcast-guid-changed', feed.channel.line, found));
  }
  return findings;
}

function marksOf({ element, enclosure }: Item): string[] {
  const [title, date] = [textOf(element, 'title'), Date.parse(textOf(element, 'pubDate'))];
  return [
    ['enclosure', enclosure?.attributes.url?.trim()],
    ['title', title && Number.isFinite(date) ? `${date} ${title}` : ''],
  ].flatMap(([kind, mark]) => (mark ? [`${kind} ${mark}`] : []));
}
