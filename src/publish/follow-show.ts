import { AlongsideError, describeError } from '../episode/error.ts';
import type { ShowSaid } from '../episode/show.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { readDecided } from '../store/decided.ts';
import { episodeFolder, type Layout } from '../store/layout.ts';
import { showFingerprint } from '../store/show.ts';
import { followFile } from './follow-file.ts';
import { madeWith } from './make-episode.ts';
import type { Publisher, PublisherLog } from './publisher.ts';

export interface FollowShow {
  layout: Layout;
  catalogue: Catalogue;
  publisher: Publisher;
  loadShow(): Promise<ShowSaid>;
  log: PublisherLog;
}

/**
 * Takes changes to `show.yaml` and its cover over while the server runs. A file that cannot be read is
 * reported once, and the show stays as it was.
 */
export function followShow({ layout, catalogue, publisher, loadShow, log }: FollowShow) {
  const take = async () => {
    try {
      catalogue.setShow(await loadShow());
      log.info('The show has changed.');
      publisher.redate();
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
  return followFile({ fingerprint: () => showFingerprint(layout), seen: null, take });
}
