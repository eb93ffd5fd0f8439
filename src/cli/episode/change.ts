import type { Correction } from '../../episode/correction.ts';
import type { Said } from '../on-server.ts';
import { awaitJob, type Sending } from '../sending.ts';
import { call } from '../server-api.ts';
import { tellReport } from '../tell-report.ts';

/** What is asked of the server, under the episode's address in the API. */
export interface Order {
  method: 'PUT' | 'PATCH' | 'POST';
  path: string;
  body?: object;
}

interface Answer {
  /** Where there is something to be done. */
  job?: string;
  url: string;
  /** Where a transcript that came changes nothing. */
  correction?: Correction;
}

/** Address of an episode in the API. */
export function episodePath(slug: string): string {
  return `/api/episodes/${encodeURIComponent(slug)}`;
}

/** Gives an order, waits until it is carried out, and tells what publishing had to say. */
export async function changeEpisode(
  slug: string,
  { method, path, body }: Order,
  sending: Required<Sending>,
): Promise<Said> {
  const { server, bar, say } = sending;
  const to = `${episodePath(slug)}${path}`;
  const { job, url, correction } = await call<Answer>(server, to, body, method);
  if (correction)
    say('Nothing changed: the transcript says this already. No new version was made.');
  // What was only put back in its place, or changes nothing, is there already.
  if (job === undefined)
    return { text: url, json: { slug, url, ...(correction && { correction }) } };
  const news = await awaitJob(job, sending);
  bar.end();
  tellReport(news, say);
  return { text: news.url, json: { slug: news.slug, url: news.url, ...news.report } };
}
