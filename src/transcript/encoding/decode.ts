import { AlongsideError } from '../../episode/error.ts';
import type { Problem } from '../../episode/transcript.ts';
import { linesIn } from '../split-text.ts';
import { decodeLegacy } from './decode-legacy.ts';
import { decodeUnmarked, decodeUtf16, utf16Order } from './decode-utf16.ts';
import { kindOfBinary } from './not-text.ts';
import { scanUtf8 } from './scan-utf8.ts';

export interface Decoded {
  text: string;
  problems: Problem[];
}

/**
 * Bytes as text, without a byte order mark: UTF-8 or UTF-16, with or without one, else the old encoding
 * the file is in, if that can be told. No character is ever replaced by another.
 *
 * @throws AlongsideError `transcript_empty`, `transcript_not_text`, `transcript_bad_encoding`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw empty();
  const kind = kindOfBinary(bytes);
  if (kind !== null) throw notText(`This is ${kind.what}, not plain text.`, kind.remedy);
  const decoded = toText(bytes);
  if (decoded.text.trim() === '') throw empty();
  return decoded;
}

function toText(bytes: Uint8Array): Decoded {
  const order = utf16Order(bytes);
  if (order !== null) {
    const { text, badAt } = decodeUtf16(bytes, order);
    if (badAt !== null) throw badEncoding(badAt, linesIn(text).length, 'UTF-16');
    if (hasManyControls(text)) throw binary();
    return { text, problems: [] };
  }
  const scan = scanUtf8(bytes);
  const { firstBad } = scan;
  const text = firstBad === null ? utf8.decode(bytes) : null;
  if (text !== null && !hasManyControls(text)) return { text, problems: [] };
  const unmarked = decodeUnmarked(bytes);
  if (unmarked !== null) return { text: unmarked, problems: [] };
  if (firstBad === null) throw binary();
  const line = linesIn(latin1(bytes.subarray(0, firstBad))).length;
  const legacy = decodeLegacy(bytes, scan);
  if (legacy !== null && !hasManyControls(legacy.text)) {
    const message = `The file is not UTF-8; it was read as ${legacy.encoding}.`;
    return { text: legacy.text, problems: [{ line, message }] };
  }
  if (hasManyControls(latin1(bytes))) throw binary();
  throw badEncoding(firstBad, line, 'UTF-8');
}

const utf8 = new TextDecoder();

/** More than one character in twenty is a control character: then it is data of some kind. */
function hasManyControls(text: string): boolean {
  let controls = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  for (const [found] of text.matchAll(/[\0-\x08\x0E-\x1F\x7F]+/g)) controls += found.length;
  return controls * 20 > text.length;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function empty(): AlongsideError {
  return new AlongsideError('transcript_empty', 'The transcript is empty.', {
    remedy: 'Give a file that has the words of the interview in it.',
  });
}

function binary(): AlongsideError {
  return notText('This is data of some kind, not text.', saveAsText);
}

function notText(message: string, remedy: string): AlongsideError {
  return new AlongsideError('transcript_not_text', message, { remedy });
}

const saveAsText =
  'Save the transcript as plain text (.txt) or captions (.vtt, .srt) and give that file.';

function badEncoding(at: number, line: number, encoding: string): AlongsideError {
  const message = `Byte ${at + 1} of the file, in line ${line}, is not valid ${encoding}.`;
  const remedy =
    'Open the file in an editor, check the text there, save it as UTF-8 and give that file.';
  return new AlongsideError('transcript_bad_encoding', message, { line, remedy });
}
