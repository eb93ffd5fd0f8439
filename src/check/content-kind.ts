/** What the first bytes of a file are, as a directory cares for it. */
export type ContentKind =
  | 'MP3'
  | 'M4A'
  | 'MP4'
  | 'QuickTime'
  | 'PDF'
  | 'AAC'
  | 'Ogg'
  | 'FLAC'
  | 'WAV'
  | 'WebM'
  | 'JPEG'
  | 'PNG'
  | 'WebP'
  | 'GIF'
  | 'a web page'
  | 'text';

/** @returns null where they tell nothing */
export function kindOf(bytes: Uint8Array): ContentKind | null {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const known = beginnings.find(([at, marks]) => marks.some((mark) => start.startsWith(mark, at)));
  if (known) return known[2];
  // A frame of MPEG audio: eleven bits set, then version and layer; ADTS leaves the layer's bits at zero.
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && (second & 0xe6) === 0xe2) return 'MP3';
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'AAC';
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i.test(start)) return 'a web page';
  return start !== '' && !/(?![\t\n\r])\p{Cc}/u.test(utf8Of(bytes)) ? 'text' : null;
}

function utf8Of(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 512));
}

/** Where the marks stand, the marks as Latin-1, and what they are the marks of. */
const beginnings: [at: number, marks: string[], kind: ContentKind][] = [
  [0, ['ID3'], 'MP3'],
  [4, ['ftypM4A', 'ftypM4B'], 'M4A'],
  [4, ['ftypqt'], 'QuickTime'],
  [4, ['ftypiso', 'ftypmp4', 'ftypM4V', 'ftypdash', 'ftypavc1', 'ftypMSNV'], 'MP4'],
  [0, ['%PDF-'], 'PDF'],
  [0, ['OggS'], 'Ogg'],
  [0, ['fLaC'], 'FLAC'],
  [8, ['WAVE'], 'WAV'],
  [8, ['WEBP'], 'WebP'],
  [0, ['\x1aE\xdf\xa3'], 'WebM'],
  [0, ['\xff\xd8\xff'], 'JPEG'],
  [0, ['\x89PNG\r\n\x1a\n'], 'PNG'],
  [0, ['GIF8'], 'GIF'],
];
