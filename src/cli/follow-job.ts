import type { Alignment } from '../episode/alignment.ts';
import type { Correction } from '../episode/correction.ts';
import { AlongsideError } from '../episode/error.ts';
import { readEvents } from './read-events.ts';
import { call, type ServerApi } from './server-api.ts';
import { askUntil, type WhileAway } from './while-away.ts';

/** A job as the server tells it. */
export interface JobNews {
  job: string;
  slug: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** What the server is doing, in words. */
  doing: string | null;
  share: number;
  report: {
    chose: { field: string; value: string; from: string }[];
    warnings: string[];
    problems: { line: number | null; message: string }[];
    alignment: Alignment | null;
    correction?: Correction | null;
  } | null;
  error: Record<string, unknown> | null;
  url: string;
}

/**
 * Waits until a job is done, telling of every step. A server that restarts meanwhile goes on with the job,
 * so the wait goes on too.
 *
 * @throws AlongsideError `server_unreachable` when the server stays away
 */
export async function followJob(
  server: ServerApi,
  id: string,
  onNews: (news: JobNews) => void,
  whileAway: WhileAway = {},
): Promise<JobNews> {
  try {
    return await askUntil(() => listen(server, id, onNews), whileAway);
  } catch (error) {
    if (!(error instanceof AlongsideError && error.code === 'server_unreachable')) throw error;
    const remedy = `${error.facts.remedy} What was sent is kept: publishing goes on when the server is back.`;
    throw new AlongsideError(error.code, error.message, { remedy }, error);
  }
}

/** One connection's worth of news; null when it broke off. */
async function listen(
  server: ServerApi,
  id: string,
  onNews: (news: JobNews) => void,
): Promise<JobNews | null> {
  const now = await call<JobNews>(server, `/api/jobs/${id}`);
  if (isOver(now)) return now;
  let ended: JobNews | null = null;
  await readEvents(server, `/api/jobs/${id}/events`, ({ data }) => {
    const news = JSON.parse(data) as JobNews;
    onNews(news);
    if (isOver(news)) ended = news;
  });
  return ended;
}

function isOver(news: JobNews): boolean {
  return news.state === 'done' || news.state === 'failed';
}
