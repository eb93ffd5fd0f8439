import { createHash } from 'node:crypto';

/** The podcast namespace's own UUID, from which every feed's is derived. */
const namespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

/**
 * `podcast:guid` of a feed: UUIDv5 over "the feed url, with the protocol scheme and trailing slashes
 * stripped off" (podcast namespace, tags/guid).
 */
export function feedGuid(feedUrl: string): string {
  const seed = feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  const bytes = createHash('sha1').update(namespace).update(seed).digest().subarray(0, 16);
  // RFC 9562, 5.5: version 5 in the four highest bits of octet 6, variant 10 in those of octet 8.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
