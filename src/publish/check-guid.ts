import { AlongsideError } from '../episode/error.ts';
import type { Shelf } from './choose-place.ts';
import type { Job } from './queue.ts';

/** What is on its way to being published. */
export interface Ordered {
  ordered(): { guid: string; slug: string }[];
  /** The job of an order that asks for exactly this; one that failed is begun anew. */
  again(asked: string): Job | undefined;
}

/**
 * Refuses a GUID that another episode has, or one that would take the place of an episode's own: apps know
 * episodes by them.
 *
 * @param guid what the episode at `slug` has, or is to have
 * @param wanted what it was said to have
 * @throws AlongsideError `guid_taken`
 */
export function refuseTakenGuid(
  { guid, wanted, slug }: { guid: string; wanted: string | undefined; slug: string },
  { catalogue, ordered }: Pick<Shelf, 'catalogue'> & Pick<Ordered, 'ordered'>,
) {
  if (wanted === undefined) return;
  if (guid !== wanted) {
    throw new AlongsideError(
      'guid_taken',
      `“${slug}” has this recording, or this address, and another GUID.`,
      { remedy: 'Each episode needs a recording and an address of its own; give it another.' },
    );
  }
  const published = catalogue
    .slugs()
    .find((other) => catalogue.manifest(other)?.episode.guid === wanted);
  const other = published ?? ordered().find((order) => order.guid === wanted)?.slug;
  if (other === undefined || other === slug) return;
  throw new AlongsideError('guid_taken', `“${other}” has the GUID ${wanted} already.`, {
    remedy: 'Leave the GUID out to get a new one, or change that episode by its own --slug.',
  });
}
