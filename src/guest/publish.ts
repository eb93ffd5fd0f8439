import { type Problem, readProblem, unexpected } from './problem.ts';
import type { Part } from './send-file.ts';

/** How publishing goes on. */
export interface JobNews {
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** What is being done, in words. */
  doing: string | null;
  /** How much of that is done, 0–1. */
  share: number;
  error: Problem | null;
}

/** How long until a server that is away is asked again, ms. */
const patience = 3000;

/** Asks that what has arrived be published; resolves with the job, or with what is wrong. */
export async function order(part: Part, upload: string): Promise<{ job: string } | Problem> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ upload });
  for (;;) {
    const answer = await fetch(part, { method: 'POST', headers, body }).catch(() => null);
    const text = (await answer?.text().catch(() => '')) ?? '';
    if (answer?.ok) return JSON.parse(text) as { job: string };
    const problem = readProblem(text);
    if (problem !== null) return problem;
    // A proxy, or nobody, answered: the server is being started again.
    if (answer !== null && answer.status < 500) return unexpected;
    await new Promise((resolve) => setTimeout(resolve, patience));
  }
}

/** Follows a job to its end; resolves with what went wrong, null where nothing did. */
export async function follow(
  job: string,
  onNews: (news: JobNews) => void,
): Promise<Problem | null> {
  const url = `jobs/${job}/events`;
  for (;;) {
    const end = await listen(url, onNews);
    if (end !== null) return end.error;
    const answer = await fetch(url).catch(() => null);
    if (answer !== null && !answer.ok) {
      const problem = readProblem(await answer.text().catch(() => ''));
      // Jobs are remembered while the server runs; one that failed for good is told at once.
      if (problem?.code === 'job_not_found') return null;
      if (problem !== null) return problem;
    }
    await answer?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, patience));
  }
}

/** The last news of a job; null where the stream was refused. Broken connections are the browser's to mend. */
function listen(url: string, onNews: (news: JobNews) => void): Promise<JobNews | null> {
  return new Promise((resolve) => {
    const events = new EventSource(url);
    events.onmessage = ({ data }) => {
      const news = JSON.parse(String(data)) as JobNews;
      onNews(news);
      if (news.state !== 'done' && news.state !== 'failed') return;
      events.close();
      resolve(news);
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) resolve(null);
    };
  });
}
