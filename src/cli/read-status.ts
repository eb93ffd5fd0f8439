import { readEvents } from './read-events.ts';
import type { ServerApi } from './server-api.ts';
import { askUntil } from './while-away.ts';

/** An episode as the server tells how it stands. */
export interface Entry {
  slug: string;
  title: string | null;
  date: string | null;
  state: string;
  url: string;
  publishing: {
    job: string;
    state: 'waiting' | 'running';
    step: string | null;
    doing: string | null;
    /** 0–1. */
    share: number;
  } | null;
  failure: {
    job: string;
    code: string;
    title: string;
    file?: string;
    line?: number;
    remedy: string;
    since: string;
  } | null;
  /** What its `episode.md` says that nobody reads. */
  warnings?: string[];
}

/** How everything stands. */
export interface Status {
  episodes: Entry[];
  /** What is amiss about `show.yaml`; older servers do not say. */
  show?: { problems: string[] };
}

export type StatusNews =
  | { event: 'status'; episodes: Entry[] }
  | { event: 'episode'; episode: Entry }
  | { event: 'gone'; slug: string }
  /** The server is not there any more, and is waited for. */
  | { event: 'away' };

/**
 * Tells how every episode stands, and then of each change, for ever. A server that restarts meanwhile is
 * waited for; then everything is told again.
 *
 * @throws AlongsideError `server_unreachable` when the server is not there, or stays away, and what it says is wrong
 */
export async function readStatus(
  server: ServerApi,
  onNews: (news: StatusNews) => void,
): Promise<never> {
  const listen = async () => {
    await readEvents(server, '/api/events', ({ event, data }) => {
      const news = newsOf(event, JSON.parse(data));
      if (news !== null) onNews(news);
    });
    return null;
  };
  await listen();
  return askUntil<never>(listen, { onAway: () => onNews({ event: 'away' }) });
}

function newsOf(event: string | undefined, data: unknown): StatusNews | null {
  if (event === 'status') return { event, episodes: (data as { episodes: Entry[] }).episodes };
  if (event === 'episode') return { event, episode: data as Entry };
  return event === 'gone' ? { event, slug: (data as { slug: string }).slug } : null;
}
