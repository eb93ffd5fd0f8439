export type ByteOrder = 'le' | 'be';

/**
 * The byte order of UTF-16, or null where the bytes are something else: announced by a byte order mark,
 * or evident because zeros stand nearly always in the same half of the pairs.
 */
export function utf16Order(bytes: Uint8Array): ByteOrder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be';
  const end = Math.min(bytes.length, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  // Even text in other scripts has a space or a line end, and thus a zero, in every twentieth character.
  if (odd * 40 > end && even * 10 < odd) return 'le';
  if (even * 40 > end && odd * 10 < even) return 'be';
  return null;
}

/** The text, up to the first byte that is no UTF-16: half of a surrogate pair or of a unit. */
export function decodeUtf16(
  bytes: Uint8Array,
  order: ByteOrder,
): { text: string; badAt: number | null } {
  const decoder = new TextDecoder(`utf-16${order}`, { ignoreBOM: true });
  const whole = decoder.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  // The decoder puts U+FFFD for a lone surrogate, so it stands for one unless the bytes say it themselves.
  const mark = whole.startsWith('\uFEFF') ? 1 : 0;
  for (let at = whole.indexOf('\uFFFD'); at !== -1; at = whole.indexOf('\uFFFD', at + 1)) {
    const unit = [bytes[at * 2], bytes[at * 2 + 1]];
    if (order === 'le') unit.reverse();
    if (unit[0] !== 0xff || unit[1] !== 0xfd) return { text: whole.slice(mark, at), badAt: at * 2 };
  }
  const badAt = bytes.length % 2 === 0 ? null : bytes.length - 1;
  return { text: whole.slice(mark), badAt };
}

/**
 * The text of UTF-16 that nothing else gives away, as short text in Japanese is: zeros stand nearly always in
 * the same half of the pairs, however few they are, and every unit is a character. Null where that is not so.
 */
export function decodeUnmarked(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) zeros[at % 2]! += 1;
  const [first, second] = zeros as [number, number];
  if (Math.min(first, second) * 2 > Math.max(first, second) || first === second) return null;
  const { text, badAt } = decodeUtf16(bytes, first > second ? 'be' : 'le');
  return badAt === null && !meaningless.test(text) ? text : null;
}

const meaningless = /(?![\t\n\v\f\r])\p{Cc}|\p{Cn}|\p{Co}/u;
