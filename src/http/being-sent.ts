import { AlongsideError } from '../episode/error.ts';
import type { Layout } from '../store/layout.ts';
import { findUploadOf } from '../store/uploads.ts';

/** A recording that somebody is about to send, or is sending. */
interface Announced {
  sha256: string;
  /** Bytes that had arrived when it was last looked at, and when that was. */
  offset: number;
  at: number;
}

/** Of what has not grown for so long nobody knows whether it still comes, ms. */
const patience = 20_000;

/**
 * Remembers what is about to be sent for which episode, so that of two who send at the same time one is told
 * before and not after.
 *
 * @returns notes a recording for a slug; throws `slug_taken` while another one is on its way there
 */
export function createBeingSent(layout: Layout, now: () => number = Date.now) {
  const announced = new Map<string, Announced>();
  return async (slug: string, sha256: string): Promise<void> => {
    const other = announced.get(slug);
    const upload =
      other && other.sha256 !== sha256 ? await findUploadOf(layout, other.sha256) : null;
    // What is all there, or was refused since, is on its way no more.
    if (other && upload && upload.offset < upload.size) {
      const at = upload.offset === other.offset ? other.at : now();
      announced.set(slug, { ...other, offset: upload.offset, at });
      if (now() - at < patience) throw isBeingSent(slug);
    }
    announced.set(slug, { sha256, offset: 0, at: now() });
    for (const [one, { at }] of announced) if (now() - at > 24 * 3_600_000) announced.delete(one);
  };
}

function isBeingSent(slug: string): AlongsideError {
  return new AlongsideError('slug_taken', `Another recording is being sent for “${slug}”.`, {
    remedy: 'Wait until it is there, or half a minute where that was stopped; then run this again.',
  });
}
