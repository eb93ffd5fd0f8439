import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Text in an encoding from before UTF-8, and which one. */
export interface LegacyText {
  text: string;
  encoding: string;
}

/**
 * Recognises the old encoding of a text by its letters. Refuses (null) rather than guess wildly: where no
 * encoding is likely, where bytes have no meaning in it, or where it would make marks no one types.
 *
 * @param firstBad index of the first byte that is not UTF-8: the letters that tell are around it
 */
export function decodeLegacy(bytes: Uint8Array, firstBad: number): LegacyText | null {
  const from = Math.max(0, firstBad - 2000);
  const sample = bytes.subarray(from, from + 64_000);
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < leastConfidence) continue;
    // Windows-1252 is Latin-1 with the typographic marks that files called Latin-1 do have.
    const encoding = name === 'ISO-8859-1' ? 'windows-1252' : name;
    if (name.startsWith('UTF-') || name === 'ASCII' || !iconv.encodingExists(encoding)) continue;
    const text = iconv.decode(Buffer.from(bytes), encoding);
    return isClean(text) && isTyped(text) ? { text, encoding } : null;
  }
  return null;
}

const leastConfidence = 20;

/** No replacement marks, and none of the control characters that meaningless bytes turn into. */
function isClean(text: string): boolean {
  return !/[\uFFFD\u0080-\u009F]/.test(text);
}

/** Whether at most one in ten of the characters beyond ASCII is one that speech is never written with. */
function isTyped(text: string): boolean {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const odd = text.match(/[ÿ¤¦¨¬¯¶¸ˆ‡ƒ]/g)?.length ?? 0;
  return odd * 10 <= beyond;
}
