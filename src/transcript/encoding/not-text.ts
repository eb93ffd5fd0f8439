export interface BinaryKind {
  /** What the file is, with its article. */
  what: string;
  remedy: string;
}

/** Recognises common kinds of files that are no text by their first bytes; null where it is none of them. */
export function kindOfBinary(bytes: Uint8Array): BinaryKind | null {
  const head = bytesAsText(bytes.subarray(0, 16));
  if (head.startsWith('PK\x03\x04')) return archive(bytes);
  const found = signatures.find(
    ({ start, at = 0, mark = '' }) => head.startsWith(start) && head.startsWith(mark, at),
  );
  if (found !== undefined) return found.kind;
  return isMpegAudio(bytes) ? recording : null;
}

/** Bytes a kind of file starts with, and for some what comes at a place after that. */
interface Signature {
  start: string;
  at?: number;
  mark?: string;
  kind: BinaryKind;
}

const saveAs = 'Open it in its own program, save it as plain text (.txt) and give that file.';
const giveWords = 'Give the file with the words here, not the sound.';
const typeWords = 'Save the transcript as plain text (.txt) and give that file.';
const recording = { what: 'a recording', remedy: giveWords };
const picture = { what: 'a picture', remedy: typeWords };
const packed = { what: 'a packed archive', remedy: 'Unpack it and give the transcript inside.' };

const signatures: Signature[] = [
  { start: '%PDF-', kind: { what: 'a PDF document', remedy: saveAs } },
  { start: '{\\rtf', kind: { what: 'a rich text document (RTF)', remedy: saveAs } },
  { start: '\xd0\xcf\x11\xe0', kind: { what: 'an old Office document', remedy: saveAs } },
  { start: '\x89PNG', kind: picture },
  { start: '\xff\xd8\xff', kind: picture },
  { start: 'GIF87a', kind: picture },
  { start: 'GIF89a', kind: picture },
  { start: 'II*\0', kind: picture },
  { start: 'MM\0*', kind: picture },
  { start: 'RIFF', at: 8, mark: 'WEBP', kind: picture },
  { start: 'RIFF', at: 8, mark: 'WAVE', kind: recording },
  { start: 'FORM', at: 8, mark: 'AIF', kind: recording },
  { start: '\0\0', at: 4, mark: 'ftyp', kind: recording },
  { start: 'ID3\x02', kind: recording },
  { start: 'ID3\x03', kind: recording },
  { start: 'ID3\x04', kind: recording },
  { start: 'OggS\0', kind: recording },
  { start: 'fLaC\0', kind: recording },
  { start: '\x1aE\xdf\xa3', kind: recording },
  { start: '\x1f\x8b', kind: packed },
  { start: 'BZh91AY', kind: packed },
  { start: '\xfd7zXZ', kind: packed },
  { start: '7z\xbc\xaf', kind: packed },
];

/** Sound without a tag before it: eleven set bits, then a layer that is not the reserved one. */
function isMpegAudio([first, second = 0]: Uint8Array): boolean {
  const isByteOrderMark = second === 0xfe;
  return first === 0xff && second >= 0xe0 && (second & 0b110) !== 0 && !isByteOrderMark;
}

/** Office programs pack their documents as zip archives; the names of the parts tell which. */
function archive(bytes: Uint8Array): BinaryKind {
  const names = bytesAsText(bytes.subarray(0, 4096));
  if (names.includes('word/')) return { what: 'a Word document (.docx)', remedy: saveAs };
  if (names.includes('opendocument')) return { what: 'an OpenDocument file', remedy: saveAs };
  if (/(?:xl|ppt)\//.test(names)) return { what: 'an Office document', remedy: saveAs };
  return packed;
}

function bytesAsText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
