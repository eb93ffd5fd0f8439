import { checkLetters, extensionOf, isWebAddress } from './addresses.ts';
import type { ContentKind } from './content-kind.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { all, type Item } from './read-feed.ts';

/** What may be an enclosure, by its ending: what its bytes are then, and its type, the right name first. */
export const enclosureForms: Readonly<
  Record<string, { kinds: readonly ContentKind[]; types: readonly string[] }>
> = {
  mp3: { kinds: ['MP3'], types: ['audio/mpeg', 'audio/mp3', 'audio/x-mp3', 'audio/mpeg3'] },
  m4a: {
    kinds: ['M4A', 'MP4'],
    types: ['audio/x-m4a', 'audio/mp4', 'audio/m4a', 'audio/aac', 'audio/mp4a-latm'],
  },
  mp4: { kinds: ['MP4', 'M4A'], types: ['video/mp4', 'audio/mp4', 'audio/x-m4a'] },
  m4v: { kinds: ['MP4'], types: ['video/x-m4v', 'video/mp4'] },
  mov: { kinds: ['QuickTime', 'MP4'], types: ['video/quicktime'] },
  pdf: { kinds: ['PDF'], types: ['application/pdf'] },
};

/** The tag alone; `audio.ts` fetches what is behind it. */
export function checkEnclosure(item: Item): Finding[] {
  const { element, enclosure, line } = item;
  if (enclosure === null) {
    return [finding('enclosure-missing', line, 'There is no <enclosure>.', item)];
  }
  const count = all(element, 'enclosure').length;
  const findings =
    count > 1 ? [finding('enclosure-several', line, `There are ${count} enclosures.`, item)] : [];
  const { url = '', length = '', type = '' } = enclosure.attributes;
  if (!/^\s*0*[1-9]\d*\s*$/.test(length)) {
    const found = `The length is ${quoted(length)}.`;
    findings.push(finding('enclosure-length-form', enclosure.line, found, item));
  }
  if (!isWebAddress(url.trim())) {
    const found = `The address is ${quoted(url)}.`;
    return [...findings, finding('enclosure-url', enclosure.line, found, item)];
  }
  const extension = extensionOf(url.trim());
  return [
    ...findings,
    ...checkLetters(url.trim(), enclosure.line, item),
    ...(Object.hasOwn(enclosureForms, extension)
      ? []
      : [finding('enclosure-extension', enclosure.line, endingOf(extension), item)]),
    ...checkType(type, item, enclosure.line),
  ];
}

function endingOf(extension: string): string {
  return extension === '' ? 'The path has no ending.' : `The path ends in .${extension}.`;
}

function checkType(type: string, item: Item, line: number): Finding[] {
  const forms = Object.values(enclosureForms);
  if (forms.some(({ types }) => types[0] === type)) return [];
  const near = forms.some(({ types }) => types.includes(type.trim().toLowerCase()));
  const rule = near ? 'enclosure-type-spelling' : 'enclosure-type';
  return [finding(rule, line, `The type is ${quoted(type)}.`, item)];
}
