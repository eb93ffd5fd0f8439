import { extensionOf, isWebAddress } from './addresses.ts';
import { type Ask, isAnswer } from './ask.ts';
import { type ContentKind, kindOf } from './content-kind.ts';
import { enclosureForms } from './enclosure.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { checkFirstBytes, checkOtherRanges } from './ranges.ts';
import { checkHead, obstacles, servedType } from './reach.ts';
import type { Item } from './read-feed.ts';

/** What is behind an enclosure, from a few of its bytes. */
export async function checkAudio(ask: Ask, item: Item): Promise<Finding[]> {
  const url = item.enclosure?.attributes.url?.trim() ?? '';
  if (!isWebAddress(url)) return [];
  const opening = await ask(url, { headers: { 'accept-encoding': 'identity' }, most: 4096 });
  const findings = obstacles(url, opening, 'audio-unreachable', item);
  if (!isAnswer(opening) || opening.status < 200 || opening.status > 299) return findings;
  const kind = kindOf(opening.body);
  const head = await checkLengthInHead(ask, url, item);
  const range = await checkFirstBytes(ask, url, 'audio-range', item);
  const total = range.total ?? head.length;
  return [
    ...findings,
    ...checkKind(url, kind, servedType(opening.headers), item),
    ...head.findings,
    ...range.findings,
    ...(range.findings.length === 0 && total !== null && total >= 2
      ? await checkOtherRanges(ask, url, total, item)
      : []),
    ...checkLength(url, total, item),
  ];
}

/** Players show how much there is to load by what HEAD says. */
async function checkLengthInHead(
  ask: Ask,
  url: string,
  item: Item,
): Promise<{ length: number | null; findings: Finding[] }> {
  const { headers, findings } = await checkHead(ask, url, 'audio-head', item);
  if (headers === null) return { length: null, findings };
  const length = Number(headers.get('content-length') ?? 0);
  if (length > 0) return { length, findings: [] };
  const found = 'HEAD is answered without the Content-Length of the file.';
  return { length: null, findings: [finding('audio-head-length', url, found, item)] };
}

/** The bytes decide: ending, type and served type have to go with them. */
function checkKind(url: string, kind: ContentKind | null, served: string, item: Item): Finding[] {
  const type = item.enclosure?.attributes.type?.trim().toLowerCase() ?? '';
  const forms = Object.entries(enclosureForms).filter(
    ([, { kinds }]) => kind !== null && kinds.includes(kind),
  );
  if (forms.length === 0) {
    const found = `Its first bytes are ${kind ?? 'nothing that is known'}.`;
    return [finding('enclosure-content', url, found, item)];
  }
  const findings: Finding[] = [];
  const extension = extensionOf(url);
  const endings = forms.map(([ending]) => ending);
  const types = forms.flatMap(([, form]) => form.types);
  if (Object.hasOwn(enclosureForms, extension) && !endings.includes(extension)) {
    const found = `The path ends in .${extension}, but the file is ${kind}.`;
    findings.push(finding('enclosure-extension', url, found, item));
  }
  // A type that nothing has is told of the tag itself.
  const all = Object.values(enclosureForms).flatMap((form) => form.types);
  if (all.includes(type) && !types.includes(type)) {
    const found = `The feed says ${quoted(type)}, but the file is ${kind}.`;
    findings.push(finding('enclosure-type', url, found, item));
  }
  if (!types.includes(served)) {
    const found = `The file is ${kind} and is served as ${quoted(served || 'nothing')}.`;
    findings.push(finding('audio-served-type', url, found, item));
  }
  return findings;
}

function checkLength(url: string, total: number | null, item: Item): Finding[] {
  const length = item.enclosure?.attributes.length?.trim() ?? '';
  if (total === null || !/^\d+$/.test(length) || Number(length) === 0) return [];
  if (Number(length) === total) return [];
  const found = `The feed says ${length} bytes, and ${total} are served.`;
  return [finding('enclosure-length', url, found, item)];
}
