/** Beyond this a page would hold too much in memory at once, bytes: a browser hashes only what it has whole. */
const most = 64 << 20;

/**
 * By which the server can tell whether what arrived is what was sent.
 *
 * @returns the SHA-256 in hex; null where the file is too large, cannot be read now, or the page did not come by
 *   HTTPS, without which a browser does not hash
 */
export async function checksumOf(file: Blob): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined || file.size > most) return null;
  const digest = await file
    .arrayBuffer()
    .then((bytes) => subtle.digest('SHA-256', bytes))
    .catch(() => null);
  if (digest === null) return null;
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
