/**
 * An address that a feed names, absolute. Only http and https, so that a feed leads to nothing on this
 * machine; but a feed that is a file itself may name files beside it or in folders below.
 *
 * @param base address of the feed, `file:` where it is a file
 * @returns null for anything else
 */
export function addressIn(base: string, text: string | null): string | null {
  if (text === null || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
  const beside = new URL('.', base);
  const isBeside = url.href.startsWith(beside.href) && !/%2f|%5c|%00/i.test(url.pathname);
  return base.startsWith('file:') && url.protocol === 'file:' && isBeside ? url.href : null;
}

/** An address of the web; null for anything else. */
export function webAddressIn(base: string, text: string | null): string | null {
  const address = addressIn(base, text);
  return address?.startsWith('file:') ? null : address;
}
