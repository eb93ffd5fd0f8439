import { setTimeout as sleep } from 'node:timers/promises';
import type { Alignment } from '../episode/alignment.ts';
import type { Correction } from '../episode/correction.ts';
import { AlongsideError } from '../episode/error.ts';
import { readEvents } from './read-events.ts';
import { call, type ServerApi } from './server-api.ts';

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
 * @param patience how long to wait for a server that went away while it was publishing, ms
 * @throws AlongsideError `server_unreachable` when the server stays away
 */
export async function followJob(
  server: ServerApi,
  id: string,
  onNews: (news: JobNews) => void,
  patience = 120_000,
): Promise<JobNews> {
  let awaySince: number | null = null;
  for (;;) {
    try {
      const ended = await listen(server, id, onNews);
      if (ended !== null) return ended;
      // It was there until this moment, however long it had nothing new to tell.
      awaySince = null;
    } catch (error) {
      const away = error instanceof AlongsideError && error.code === 'server_unreachable';
      awaySince ??= Date.now();
      if (!away || Date.now() - awaySince >= patience) throw error;
    }
    await sleep(1000);
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
