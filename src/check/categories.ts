import type { XmlElement } from '../markup/read-xml.ts';
import { appleCategories } from './apple-categories.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { all } from './read-feed.ts';

/** “From Apple list, exact case”; “Apple uses the first”. */
export function checkCategories(channel: XmlElement): Finding[] {
  const categories = all(channel, 'itunes:category');
  if (categories.length === 0) {
    return [finding('category-missing', channel.line, 'There is no <itunes:category>.')];
  }
  return categories.flatMap((category) => {
    const name = nameOf(category);
    const within = Object.hasOwn(appleCategories, name) ? appleCategories[name] : undefined;
    if (within === undefined) return [unknown(category, Object.keys(appleCategories))];
    return all(category, 'itunes:category')
      .filter((inner) => !within.includes(nameOf(inner)))
      .map((inner) => unknown(inner, within));
  });
}

function nameOf({ attributes, text }: XmlElement): string {
  return attributes.text ?? text.trim();
}

function unknown(category: XmlElement, list: readonly string[]): Finding {
  const name = nameOf(category);
  const letters = (text: string) =>
    text
      .toLowerCase()
      .replace(/\band\b|&amp;/g, '&')
      .replace(/[^a-z&]/g, '');
  const meant = list.find((one) => letters(one) === letters(name));
  const found = `${quoted(name)} is not in Apple’s list${meant ? `; ${quoted(meant)} is` : ''}.`;
  return finding('category-unknown', category.line, found);
}
