export interface Utf8Scan {
  /** Index of the first byte that is not part of valid UTF-8, null where all are. */
  firstBad: number | null;
  /** How many such bytes there are. */
  bad: number;
  /** How many characters of two or more bytes there are. */
  multiByte: number;
}

/** Checks bytes against UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const scan: Utf8Scan = { firstBad: null, bad: 0, multiByte: 0 };
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) {
      scan.firstBad ??= at;
      scan.bad += 1;
    } else if (length > 1) {
      scan.multiByte += 1;
    }
    at += length || 1;
  }
  return scan;
}

/** Bytes of the character that begins there; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}
