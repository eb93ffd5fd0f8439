import { AlongsideError, describeError } from '../episode/error.ts';
import type { Show } from '../episode/show.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { readDecided } from '../store/decided.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';
import { showFingerprint } from '../store/show.ts';
import { madeWith } from './make-episode.ts';
import type { Publisher, PublisherLog } from './publisher.ts';

const pace = 2000;

export interface FollowShow {
  layout: Layout;
  catalogue: Catalogue;
  publisher: Publisher;
  loadShow(): Promise<Show>;
  log: PublisherLog;
}

/**
 * Takes changes to `show.yaml` and its cover over while the server runs. A file that cannot be read is
 * reported once, and the show stays as it was.
 */
export function followShow({ layout, catalogue, publisher, loadShow, log }: FollowShow) {
  let seen: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    // What cannot be read now is looked at again in a moment.
    const mark = await showFingerprint(layout).catch(() => seen);
    const changed = seen !== null && mark !== seen;
    seen = mark;
    if (changed) await take();
    if (!stopped) timer = setTimeout(look, pace);
  };
  const take = async () => {
    try {
      catalogue.setShow(await loadShow());
      log.info('The show has changed.');
      for (const slug of catalogue.slugs()) {
        const decided = await readDecided(episodeFolder(layout, slug)).catch(() => null);
        const made = catalogue.manifest(slug)?.madeWith;
        if (decided && made !== madeWith(catalogue.show(), decided)) publisher.republish(slug);
      }
    } catch (error) {
      const what = error instanceof AlongsideError ? describeError(error) : String(error);
      log.error({ err: error }, `show.yaml was left as it was. ${what}`);
    }
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
