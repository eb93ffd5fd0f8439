import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isTyped } from './is-typed.ts';
import type { Utf8Scan } from './scan-utf8.ts';

/** Text in an encoding from before UTF-8, and which one. */
export interface LegacyText {
  text: string;
  encoding: string;
}

/**
 * Recognises the old encoding of a text by its letters. Refuses (null) rather than guess wildly: where no
 * encoding is likely, where bytes have no meaning in it, or where it would make words no one types.
 */
export function decodeLegacy(bytes: Uint8Array, scan: Utf8Scan): LegacyText | null {
  for (const name of likely(analyse(tellingLines(bytes)))) {
    // Old encodings hardly look like UTF-8 by chance, those with many letters more often than others: where
    // more of it does, it is UTF-8 with something wrong in it.
    const chance = manyLetters.has(name) ? 2 : 10;
    const encoding = wider[name] ?? name;
    if (scan.multiByte * chance >= scan.bad || !iconv.encodingExists(encoding)) continue;
    const text = iconv.decode(Buffer.from(bytes), encoding);
    if (isClean(text) && isTyped(text)) return { text, encoding };
  }
  return null;
}

/** The lines that have bytes beyond ASCII, since others would have any language look like English. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleSize);
  let filled = 0;
  for (let from = 0; from < bytes.length && filled < sampleSize; ) {
    let end = bytes.indexOf(lineFeed, from) + 1;
    if (end === 0) end = bytes.length;
    const line = bytes.subarray(from, Math.min(end, from + sampleSize));
    const first = line.findIndex((byte) => byte > 0x7f);
    if (first !== -1) {
      const part = line.subarray(Math.max(0, first - 200)).subarray(0, sampleSize - filled);
      sample.set(part, filled);
      filled += part.length;
    }
    from = Math.min(end, from + sampleSize);
  }
  return sample.subarray(0, filled);
}

const sampleSize = 64_000;
const lineFeed = 0x0a;

/**
 * The best guess and those nearly as good. Nearly any bytes make some Chinese, Japanese or Korean, so for
 * these a guess has to be nearly certain.
 */
function likely(guesses: { name: string; confidence: number }[]): string[] {
  const worth = guesses.filter(({ name, confidence }) => {
    if (name.startsWith('UTF-') || name === 'ASCII') return false;
    return confidence >= (eastern.has(name) ? 90 : 20);
  });
  const best = worth[0]?.confidence ?? 0;
  return worth.filter(({ confidence }) => confidence >= best - 10).map(({ name }) => name);
}

const eastern = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5']);
const manyLetters = new Set([...eastern, 'windows-874']);

/** Encodings that have all letters of another and more: files that are called by the one use the other. */
const wider: Record<string, string> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'KOI8-R': 'KOI8-U',
  'EUC-KR': 'CP949',
};

/** No replacement marks, and none of the control characters that meaningless bytes turn into. */
function isClean(text: string): boolean {
  return !/[\uFFFD\u0080-\u009F]/.test(text);
}
