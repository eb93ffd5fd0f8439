import type { Report } from '../check/check-feed.ts';
import { printFinding } from './print-report.ts';
import { reach, type ServerApi } from './server-api.ts';

const halfAMinute = 30_000;

/**
 * Tells what a podcast directory would not like about an episode that has just been published. It is
 * published all the same, so nothing here makes the command fail, least of all a server that cannot check.
 */
export async function tellCheck(
  server: ServerApi,
  slug: string,
  say: (line: string) => void,
): Promise<void> {
  try {
    const signal = AbortSignal.timeout(halfAMinute);
    const path = `/api/check?slug=${encodeURIComponent(slug)}`;
    const response = await reach(server, path, { signal });
    if (!response.ok) return;
    const { findings } = (await response.json()) as Report;
    const grave = findings.filter(({ severity }) => severity !== 'advice');
    if (grave.length > 0) say('In the feed, directories and apps will stumble over this:');
    for (const one of grave) say(printFinding(one));
  } catch {
    // `npm run check` says it whenever somebody asks.
  }
}
