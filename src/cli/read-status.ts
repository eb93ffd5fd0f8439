import { setTimeout as sleep } from 'node:timers/promises';
import { AlongsideError } from '../episode/error.ts';
import { readEvents } from './read-events.ts';
import type { ServerApi } from './server-api.ts';

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

export type StatusNews =
  | { event: 'status'; episodes: Entry[] }
  | { event: 'episode'; episode: Entry }
  | { event: 'gone'; slug: string };

/**
 * Tells how every episode stands, and then of each change, for ever. A server that restarts meanwhile is
 * waited for; then everything is told again.
 *
 * @param patience how long to wait for a server that went away, ms
 * @throws AlongsideError `server_unreachable` when the server stays away, and what it says is wrong
 */
export async function readStatus(
  server: ServerApi,
  onNews: (news: StatusNews) => void,
  patience = 120_000,
): Promise<never> {
  let awaySince: number | null = null;
  let wasThere = false;
  for (;;) {
    try {
      await readEvents(server, '/api/events', ({ event, data }) => {
        const news = newsOf(event, JSON.parse(data));
        if (news !== null) onNews(news);
      });
      wasThere = true;
      awaySince = null;
    } catch (error) {
      const away = error instanceof AlongsideError && error.code === 'server_unreachable';
      awaySince ??= Date.now();
      if (!away || !wasThere || Date.now() - awaySince >= patience) throw error;
    }
    await sleep(1000);
  }
}

function newsOf(event: string | undefined, data: unknown): StatusNews | null {
  if (event === 'status') return { event, episodes: (data as { episodes: Entry[] }).episodes };
  if (event === 'episode') return { event, episode: data as Entry };
  return event === 'gone' ? { event, slug: (data as { slug: string }).slug } : null;
}
