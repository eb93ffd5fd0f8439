import { type Ask, isAnswer } from './ask.ts';
import { type Finding, finding, quoted } from './finding.ts';
import { checkHead, isOpenToPages, obstacles, servedType } from './reach.ts';

/** Far more than any feed; what is larger is not read. */
const mostBytes = 50 << 20;
/** Opening and closing tags that are read: some twenty thousand episodes. */
const mostTags = 2_000_000;
/** From here on, apps that poll feel it. */
const heavyBytes = 2 << 20;

const feedTypes = /^(?:application\/(?:rss\+xml|xml|atom\+xml|x-rss\+xml)|text\/xml)$/;

/** Fetches the feed as an app does: compressed, and once more to see whether it is sent again. */
export async function fetchFeed(
  ask: Ask,
  url: string,
): Promise<{ source: string | null; findings: Finding[] }> {
  const headers = { 'accept-encoding': 'br, gzip' };
  const result = await ask(url, { headers, most: mostBytes, seconds: 120 });
  const findings = obstacles(url, result, 'feed-unreachable');
  if (!isAnswer(result) || result.status < 200 || result.status > 299) {
    return { source: null, findings };
  }
  const { body, whole } = result;
  if (!whole) {
    findings.push(finding('feed-too-large', url, 'The feed is larger than 50 MB.'));
    return { source: null, findings };
  }
  const { source, ...encoding } = decodeFeed(url, body);
  if (hasMoreTags(source, mostTags)) {
    findings.push(finding('feed-too-large', url, 'The feed has more than a million elements.'));
    return { source: null, findings };
  }
  findings.push(...encoding.findings, ...checkHeaders(url, result.headers, body.length));
  findings.push(...(await checkHead(ask, url, 'feed-head', null)).findings);
  findings.push(...(await checkAgain(ask, url, result.headers, headers)));
  return { source, findings };
}

function checkHeaders(url: string, headers: Headers, bytes: number): Finding[] {
  const findings: Finding[] = [];
  const type = servedType(headers);
  if (!feedTypes.test(type)) {
    findings.push(
      finding('feed-content-type', url, `It is served as ${quoted(type || 'nothing')}.`),
    );
  }
  if (!isOpenToPages(headers)) {
    findings.push(finding('feed-cors', url, 'Pages of other sites may not read it.'));
  }
  if (!headers.get('content-encoding')) {
    const found = `${kilobytes(bytes)} are sent as they are.`;
    findings.push(finding('feed-not-compressed', url, found));
  }
  if (bytes > heavyBytes) {
    findings.push(finding('feed-heavy', url, `The feed has ${kilobytes(bytes)}.`));
  }
  return findings;
}

/** RFC 9110, 13.1: who has it already is not to get it again. */
async function checkAgain(
  ask: Ask,
  url: string,
  received: Headers,
  headers: Record<string, string>,
): Promise<Finding[]> {
  const etag = received.get('etag');
  const date = received.get('last-modified');
  if (etag === null && date === null) {
    return [finding('feed-not-conditional', url, 'It has neither an ETag nor a Last-Modified.')];
  }
  const condition = etag === null ? { 'if-modified-since': date! } : { 'if-none-match': etag };
  const again = await ask(url, { headers: { ...headers, ...condition }, most: 1024 });
  if (isAnswer(again) && again.status === 304) return [];
  const name = etag === null ? 'Last-Modified' : 'ETag';
  const said = isAnswer(again) ? `with ${again.status}` : `not at all (${again.reason})`;
  return [finding('feed-not-conditional', url, `Asked with its own ${name} it answers ${said}.`)];
}

function decodeFeed(url: string, bytes: Uint8Array): { source: string; findings: Finding[] } {
  try {
    return { source: new TextDecoder('utf-8', { fatal: true }).decode(bytes), findings: [] };
  } catch {
    const label = bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16le' : 'windows-1252';
    const found = 'Its bytes are not UTF-8.';
    return {
      source: new TextDecoder(label).decode(bytes),
      findings: [finding('feed-not-utf8', url, found)],
    };
  }
}

function hasMoreTags(source: string, most: number): boolean {
  let count = 0;
  for (let at = source.indexOf('<'); at !== -1 && count <= most; at = source.indexOf('<', at + 1)) {
    count += 1;
  }
  return count > most;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
