import type { Fields } from '../fields.ts';

/**
 * Segments as faster-whisper's tuples print: `[id, seek, start, end, text, tokens, …]`, with a list of words
 * `[start, end, word, probability]` somewhere behind; where depends on its version.
 */
export function whisperLists(list: unknown[]): unknown[] {
  return list.map((item) => (Array.isArray(item) ? (segmentIn(item) ?? item) : item));
}

function segmentIn(list: unknown[]): Fields | null {
  const [, , start, end, text, ...rest] = list;
  if (typeof text !== 'string' || typeof start !== 'number') return null;
  const words = rest.find((value) => Array.isArray(value) && isWord(value[0]));
  return { start, end, text, words: Array.isArray(words) ? words.map(wordIn) : null };
}

function isWord(value: unknown): value is unknown[] {
  return Array.isArray(value) && typeof value[2] === 'string';
}

function wordIn(value: unknown): Fields {
  const [start, end, word, probability] = isWord(value) ? value : [];
  return { start, end, word, probability };
}
