import type { Context } from './context.ts';
import { type EpisodeEntry, episodeEntries, episodeEntry } from './episode-entry.ts';

/** What is new about an episode; null where it has gone. */
export type OnNews = (slug: string, entry: EpisodeEntry | null) => void;

/** News of one episode at most this often, ms. */
const pace = 100;
/** How often the catalogue is asked, ms: an episode becomes public by its date without anybody's doing. */
const askEvery = 500;

/**
 * Watches how every episode stands, once for all who listen, and only as long as somebody does.
 *
 * @returns lets someone listen, until the function they get is called
 */
export function createStatusNews(context: Context): (listener: OnNews) => () => void {
  const listeners = new Set<OnNews>();
  let watch: ReturnType<typeof watchStatus> | null = null;
  return (listener) => {
    listeners.add(listener);
    watch ??= watchStatus(context, (slug, entry) => {
      for (const one of listeners) one(slug, entry);
    });
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      watch?.stop();
      watch = null;
    };
  };
}

function watchStatus(context: Context, tell: OnNews) {
  const { publisher, catalogue } = context;
  /** What was told last, as JSON. */
  const told = new Map<string, string>();
  for (const entry of episodeEntries(context)) told.set(entry.slug, JSON.stringify(entry));
  let generation = catalogue.generation();
  const changed = new Set<string>();
  let pending: NodeJS.Timeout | undefined;

  const compare = (slug: string, entry: EpisodeEntry | null) => {
    const before = told.get(slug);
    if (entry === null) {
      if (told.delete(slug)) tell(slug, null);
      return;
    }
    const now = JSON.stringify(entry);
    if (now === before) return;
    told.set(slug, now);
    tell(slug, entry);
  };
  const compareAll = () => {
    const entries = episodeEntries(context);
    const there = new Set(entries.map(({ slug }) => slug));
    for (const slug of told.keys()) if (!there.has(slug)) compare(slug, null);
    for (const entry of entries) compare(entry.slug, entry);
  };
  const look = () => {
    clearTimeout(pending);
    pending = undefined;
    const now = catalogue.generation();
    if (now !== generation) compareAll();
    else for (const slug of changed) compare(slug, episodeEntry(slug, context));
    generation = now;
    changed.clear();
  };
  const unwatch = publisher.watch((slug) => {
    changed.add(slug);
    pending ??= setTimeout(look, pace);
  });
  const asking = setInterval(() => catalogue.generation() !== generation && look(), askEvery);
  return {
    stop() {
      unwatch();
      clearTimeout(pending);
      clearInterval(asking);
    },
  };
}
