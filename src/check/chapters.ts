import { isWebAddress } from './addresses.ts';
import { type Ask, isAnswer } from './ask.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { isOpenToPages, obstacles, servedType } from './reach.ts';
import { first, type Item, textOf } from './read-feed.ts';
import { checkSimpleChapters } from './simple-chapters.ts';
import { secondsIn } from './sound.ts';

const chaptersType = 'application/json+chapters';

/** The chapters of an episode, as JSON and within the feed. */
export async function checkChapters(ask: Ask, item: Item): Promise<Finding[]> {
  const json = await checkJson(ask, item);
  const simple = checkSimpleChapters(item);
  const findings = [...json.findings, ...simple.findings];
  const { line } = item;
  if (json.count !== null && simple.count !== null && json.count !== simple.count) {
    const found = `There are ${json.count} chapters as JSON and ${simple.count} in the feed.`;
    findings.push(finding('chapters-differ', line, found, item));
  }
  const count = json.count ?? simple.count;
  if (count !== null && count < 3) {
    const found = `There ${count === 1 ? 'is 1 chapter' : `are ${count} chapters`}.`;
    findings.push(finding('chapters-few', line, found, item));
  }
  return findings;
}

async function checkJson(
  ask: Ask,
  item: Item,
): Promise<{ count: number | null; findings: Finding[] }> {
  const tag = first(item.element, 'podcast:chapters');
  if (tag === null) return { count: null, findings: [] };
  const { url: given = '', type = '' } = tag.attributes;
  const url = given.trim();
  const findings =
    type === chaptersType
      ? []
      : [finding('chapters-type', tag.line, `The type is ${quoted(type)}.`, item)];
  if (!isWebAddress(url)) {
    findings.push(
      finding('chapters-unreachable', tag.line, `The address is ${quoted(url)}.`, item),
    );
    return { count: null, findings };
  }
  const result = await ask(url, { most: 5 << 20 });
  findings.push(...obstacles(url, result, 'chapters-unreachable', item));
  if (!isAnswer(result) || result.status < 200 || result.status > 299) {
    return { count: null, findings };
  }
  findings.push(...checkHeaders(url, result.headers, item));
  const starts = startsIn(result.body);
  if (starts === null) {
    const found = 'It is no JSON with chapters that have a startTime in seconds.';
    return {
      count: null,
      findings: [...findings, finding('chapters-unreadable', url, found, item)],
    };
  }
  return { count: starts.length, findings: [...findings, ...checkTimes(url, starts, item)] };
}

function checkHeaders(url: string, headers: Headers, item: Item): Finding[] {
  const findings: Finding[] = [];
  const served = servedType(headers);
  if (served !== chaptersType) {
    const found = `It is served as ${quoted(served || 'nothing')}.`;
    findings.push(finding('chapters-served-type', url, found, item));
  }
  if (!isOpenToPages(headers)) {
    findings.push(finding('chapters-cors', url, 'Pages of other sites may not read it.', item));
  }
  return findings;
}

function checkTimes(url: string, starts: number[], item: Item): Finding[] {
  const findings: Finding[] = [];
  const back = starts.findIndex((start, index) => index > 0 && start <= starts[index - 1]!);
  if (back !== -1) {
    const found = `Chapter ${back + 1} begins at ${starts[back]} s, the one before it at ${starts[back - 1]} s.`;
    findings.push(finding('chapters-order', url, found, item));
  }
  const duration = secondsIn(textOf(item.element, 'itunes:duration'));
  const last = starts.at(-1) ?? 0;
  if (duration !== null && last > 0 && last > duration) {
    const found = `A chapter begins at ${last} s, and the episode lasts ${duration} s.`;
    findings.push(finding('chapters-beyond', url, found, item));
  }
  return findings;
}

/** The times of the chapters; null where it is not what JSON chapters are, or has none. */
function startsIn(bytes: Uint8Array): number[] | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const { version, chapters } = json as { version?: unknown; chapters?: unknown };
    if (typeof version !== 'string' || !Array.isArray(chapters) || chapters.length === 0) {
      return null;
    }
    const starts = chapters.map((one: { startTime?: unknown } | null) => one?.startTime);
    return starts.every((start) => typeof start === 'number' && start >= 0)
      ? (starts as number[])
      : null;
  } catch {
    return null;
  }
}
