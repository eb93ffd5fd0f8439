import { type Answer, type Ask, isAnswer, type Silence } from './ask.ts';
import { type Finding, finding } from './finding.ts';
import type { Item } from './read-feed.ts';
import type { RuleId } from './rules.ts';

/** More than a prefix that counts and one that protects. */
const manyRedirects = 3;

/**
 * What stands between a listener and a file.
 *
 * @param rule the rule that is broken where the file cannot be had
 */
export function obstacles(
  url: string,
  result: Answer | Silence,
  rule: RuleId,
  item: Item | null = null,
): Finding[] {
  if (!isAnswer(result)) {
    const named = { certificate: 'certificate-invalid', redirects: 'too-many-redirects' } as const;
    const broken = result.cause === 'connection' ? rule : named[result.cause];
    return [finding(broken, url, `It cannot be fetched: ${result.reason}.`, item)];
  }
  const { status, redirects } = result;
  if (status < 200 || status > 299) {
    return [finding(rule, url, `It answers with the status ${status}.`, item)];
  }
  if (redirects <= manyRedirects) return [];
  return [finding('long-redirects', url, `It is behind ${redirects} redirects.`, item)];
}

/**
 * Apple asks with HEAD before anything else.
 *
 * @returns the headers, null where HEAD is not answered
 */
export async function checkHead(
  ask: Ask,
  url: string,
  rule: 'feed-head' | 'audio-head' | 'art-head',
  item: Item | null,
): Promise<{ headers: Headers | null; findings: Finding[] }> {
  const result = await ask(url, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  if (isAnswer(result) && result.status === 200) return { headers: result.headers, findings: [] };
  const said = isAnswer(result) ? `the status ${result.status}` : `nothing: ${result.reason}`;
  const found = `HEAD is answered with ${said}.`;
  return { headers: null, findings: [finding(rule, url, found, item)] };
}

/** The type an answer names, in small letters, without parameters; empty where it names none. */
export function servedType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

/** Whether pages of any site may read it. */
export function isOpenToPages(headers: Headers): boolean {
  return headers.get('access-control-allow-origin')?.trim() === '*';
}
