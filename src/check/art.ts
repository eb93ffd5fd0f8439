import { checkLetters, extensionOf, isWebAddress } from './addresses.ts';
import { type Ask, isAnswer } from './ask.ts';
import { kindOf } from './content-kind.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { checkFirstBytes } from './ranges.ts';
import { checkHead, obstacles, servedType } from './reach.ts';
import { type Feed, first, type Item } from './read-feed.ts';
import { type PictureFacts, readPicture } from './read-picture.ts';

/** PSP-1 #13: apps ask for less. */
const heavyBytes = 500_000;
/** What is read of a picture: its headers are in there, whatever lies before them. */
const mostBytes = 20 << 20;

const formats = {
  JPEG: { endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  PNG: { endings: ['png'], type: 'image/png' },
};

/** The show's art. */
export async function checkShowArt(ask: Ask, { channel }: Feed): Promise<Finding[]> {
  const image = first(channel, 'itunes:image');
  const url = image?.attributes.href?.trim() ?? '';
  if (image === null || url === '') {
    return [
      finding('art-missing', image?.line ?? channel.line, 'There is no <itunes:image href>.'),
    ];
  }
  return checkArt(ask, url, image.line, null);
}

/** An episode's own art, if it has any that is not known yet. */
export async function checkItemArt(ask: Ask, item: Item, seen: Set<string>): Promise<Finding[]> {
  const image = first(item.element, 'itunes:image');
  const url = image?.attributes.href?.trim() ?? '';
  if (image === null || url === '' || seen.has(url)) return [];
  seen.add(url);
  return checkArt(ask, url, image.line, item);
}

async function checkArt(
  ask: Ask,
  url: string,
  line: number,
  item: Item | null,
): Promise<Finding[]> {
  if (!isWebAddress(url)) {
    return [finding('art-unreachable', line, `The address is ${quoted(url)}.`, item)];
  }
  const result = await ask(url, { most: mostBytes, seconds: 60 });
  const findings = [
    ...checkLetters(url, line, item),
    ...obstacles(url, result, 'art-unreachable', item),
  ];
  if (!isAnswer(result) || result.status < 200 || result.status > 299) return findings;
  const picture = readPicture(result.body);
  if (picture === null) {
    const found = `Its bytes are ${kindOf(result.body) ?? 'no picture that is known'}.`;
    return [...findings, finding('art-content', url, found, item)];
  }
  return [
    ...findings,
    ...checkPicture(url, picture, item),
    ...checkNaming(url, picture, servedType(result.headers), item),
    ...(result.body.length > heavyBytes
      ? [finding('art-heavy', url, `It has ${Math.ceil(result.body.length / 1000)} kB.`, item)]
      : []),
    ...(await checkHead(ask, url, 'art-head', item)).findings,
    ...(await checkFirstBytes(ask, url, 'art-range', item)).findings,
  ];
}

function checkPicture(url: string, picture: PictureFacts, item: Item | null): Finding[] {
  const { width, height, colours, alpha } = picture;
  const findings: Finding[] = [];
  const size = `It is ${width} × ${height} pixels.`;
  if (width !== height) findings.push(finding('art-not-square', url, size, item));
  if (Math.min(width, height) < 1400 || Math.max(width, height) > 3000) {
    findings.push(finding('art-size', url, size, item));
  }
  if (colours === 'CMYK') findings.push(finding('art-colours', url, 'It is in CMYK.', item));
  if (alpha) findings.push(finding('art-alpha', url, 'It has transparent parts.', item));
  return findings;
}

function checkNaming(
  url: string,
  { kind }: PictureFacts,
  served: string,
  item: Item | null,
): Finding[] {
  const findings: Finding[] = [];
  const { endings, type } = formats[kind];
  const extension = extensionOf(url);
  if (!endings.includes(extension)) {
    const found = `It is ${kind}, and its path ends in ${extension ? `.${extension}` : 'no ending'}.`;
    findings.push(finding('art-extension', url, found, item));
  }
  if (served !== type) {
    const found = `It is ${kind} and is served as ${quoted(served || 'nothing')}.`;
    findings.push(finding('art-served-type', url, found, item));
  }
  return findings;
}
