/** The kind of playlist a file is by its first bytes, or null. */
export function playlistIn(opening: Buffer): string | null {
  if (!isText(opening)) return null;
  const text = opening
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return playlists.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** What a file that is no sound looks like by its first bytes, as in “it looks like …”, or null. */
export function otherThingIn(opening: Buffer): string | null {
  const bytes = opening.toString('latin1');
  const known = beginnings.find(([start, , at = 0]) => bytes.startsWith(start, at))?.[1];
  if (known) return known;
  if (!isText(opening)) return null;
  return /^\s*(?:<!doctype html|<html)/i.test(bytes) ? 'a web page' : 'plain text';
}

const playlists: [RegExp, string][] = [
  [/^#EXT-?X-/im, 'HLS'],
  [/^#EXTM3U|^#EXTINF:/im, 'M3U'],
  [/^ffconcat version/i, 'ffconcat'],
  [/^\[playlist\]/i, 'PLS'],
  [/^<asx\b/i, 'ASX'],
  [/^(?:<\?xml[^>]*>)?\s*<playlist\b/i, 'XSPF'],
  [/^(?:<\?xml[^>]*>)?\s*<MPD\b/i, 'DASH'],
  // A plain list of files: comments, then a line that is an address or names a sound.
  [
    /^(?:#[^\n]*\n\s*)*(?:https?:\/\/\S+|[^\n]{1,200}\.(?:mp3|m4a|og[ga]|opus|aac|wav|flac))\s*$/im,
    'M3U',
  ],
];

/** How files begin that people take for recordings: bytes as Latin-1, what it is, where they stand. */
const beginnings: [string, string, number?][] = [
  ['\x89PNG\r\n', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['WEBPVP8', 'a WebP picture', 8],
  ['ftypheic', 'a HEIC picture', 4],
  ['ftypmif1', 'a HEIC picture', 4],
  ['ftypavif', 'an AVIF picture', 4],
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an office document'],
  ['SQLite format 3', 'a database'],
  ['\x7fELF', 'a program'],
  ['MThd', 'a MIDI file, which has notes but no sound'],
];

function isText(opening: Buffer): boolean {
  // Without its last bytes, which may be the beginning of a letter cut in two.
  const text = opening.subarray(0, Math.max(opening.length - 3, 1)).toString('utf8');
  return !/\p{Cc}|\uFFFD/u.test(text.replace(/\s/g, ''));
}
