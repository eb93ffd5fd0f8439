import type { XmlElement } from '../markup/read-xml.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { all, first, type Item } from './read-feed.ts';

/** “Values: UTF-8, <= 255 characters unless stated, no leading/trailing blanks”. */
const limited = [
  ...['title', 'link', 'language', 'guid', 'pubDate', 'itunes:author', 'itunes:title'],
  ...['itunes:explicit', 'itunes:duration', 'itunes:type', 'itunes:episodeType', 'podcast:guid'],
];
const mostCharacters = 255;

/** Apple: “4000 bytes”. */
const mostBytes = 4000;

export function checkTexts(parent: XmlElement, item: Item | null): Finding[] {
  return limited.flatMap((name) => {
    const element = first(parent, name);
    if (element === null) return [];
    const { text, line } = element;
    const length = Array.from(text.trim()).length;
    if (length > mostCharacters && name !== 'link') {
      return [finding('text-too-long', line, `<${name}> has ${length} characters.`, item)];
    }
    if (text === text.trim() || text.trim() === '') return [];
    return [finding('text-padded', line, `<${name}> has blanks around ${quoted(text)}.`, item)];
  });
}

export function checkDescription(parent: XmlElement, item: Item | null): Finding[] {
  return ['description', 'itunes:summary'].flatMap((name) => {
    const element = first(parent, name);
    const bytes = Buffer.byteLength(element?.text ?? '');
    if (element === null || bytes <= mostBytes) return [];
    const found = `<${name}> has ${bytes} bytes.`;
    return [finding('description-too-long', element.line, found, item)];
  });
}

export function checkExplicit(parent: XmlElement, item: Item | null): Finding[] {
  const element = first(parent, 'itunes:explicit');
  const text = element?.text.trim() ?? '';
  if (element === null || /^(?:true|false)$/.test(text)) return [];
  if (text === '' && item === null) return [];
  return [finding('explicit-value', element.line, `<itunes:explicit> says ${quoted(text)}.`, item)];
}

/** Tags that apps ask hosts to leave out. */
export function checkAvoided(parent: XmlElement, item: Item | null): Finding[] {
  return ['itunes:summary', 'itunes:keywords', 'itunes:order'].flatMap((name) =>
    all(parent, name)
      .slice(0, 1)
      .map(({ line }) => finding('tag-avoided', line, `There is a <${name}>.`, item)),
  );
}
