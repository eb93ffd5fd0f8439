/** Lines of text and the size they are set in, pixels. */
export interface Fitted {
  size: number;
  lines: string[];
}

/**
 * Sets a text as large as it goes: in the first of the sizes in which it needs no more lines than there is
 * room for. In the last size, what is too long ends in an ellipsis.
 *
 * @param width pixels
 * @param sizes pixels, the largest first, each with the number of lines there is room for
 */
export function fitText(
  text: string,
  width: number,
  sizes: readonly { size: number; room: number }[],
): Fitted {
  const pieces = piecesOf(text);
  let fitted: Fitted = { size: 0, lines: [] };
  for (const { size, room } of sizes) {
    const measure = width / size;
    const lines = wrap(pieces, measure);
    if (lines.length <= room) return { size, lines: evenly(pieces, measure, lines) };
    const last = cut(lines[room - 1] ?? '', measure);
    fitted = { size, lines: [...lines.slice(0, room - 1), last] };
  }
  return fitted;
}

/**
 * The text, or its beginning with an ellipsis.
 *
 * @param measure how wide it may be, in ems
 */
export function shorten(text: string, measure: number): string {
  return widthOf(text) <= measure ? text : cut(text, measure);
}

/** How wide a text is in the card's letters, in ems: an estimate, for a line within a few per cent. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    ems += widths.find(([kind]) => kind.test(character))?.[1] ?? 0.7;
  }
  return ems;
}

/** The letters of Source Serif 4 by their width, and those of other scripts by their kind. */
const widths: readonly [RegExp, number][] = [
  [/[a-eghknopqu-vxyz0-9]/, 0.58],
  [/[ .,'’\u00a0]/, 0.25],
  [/[[\]|!:;(){}jil/-]/, 0.33],
  [/[ftrs"*?IJ“”]/, 0.43],
  [/[mMW%@—…ЖШЩФЮжшщю]/, 0.95],
  [/[w&UOQNHGKADVRXω]/, 0.76],
  [/\p{M}|\p{Cf}/u, 0],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u, 1],
  [/(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Ll}/u, 0.6],
];

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
/** Scripts that write one word after another without a blank. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The text in pieces that a line may end after: at blanks, and between words where there are none. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const before = pieces.at(-1) ?? ' ';
    const begins = /\s$/.test(before) || (unspaced.test(segment) && unspaced.test(before));
    if (begins && segment.trim() !== '') pieces.push(segment);
    else pieces.push((pieces.pop() ?? '') + segment);
  }
  return pieces;
}

/** As many pieces a line as there is room for; one that is wider than a line is broken anywhere. */
function wrap(pieces: readonly string[], measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (widthOf((line + piece).trimEnd()) <= measure) {
      line += piece;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = piece;
    while (widthOf(line.trimEnd()) > measure) {
      const head = headOf(line, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** The same number of lines, as even as they get without breaking a word. */
function evenly(pieces: readonly string[], measure: number, lines: string[]): string[] {
  const least = Math.max(...pieces.map((piece) => widthOf(piece.trimEnd())));
  let best = lines;
  for (let share = 0.95; share > 0.4 && measure * share > least; share -= 0.05) {
    const narrower = wrap(pieces, measure * share);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

function cut(text: string, measure: number): string {
  const head = headOf(text, measure - widthOf('…'));
  return `${head.replace(/[\s\p{P}]+$/u, '')}…`;
}

/** As many of the first characters as there is room for, one at least. */
function headOf(text: string, measure: number): string {
  let head = '';
  let width = 0;
  for (const { segment } of characters.segment(text)) {
    width += widthOf(segment);
    if (head && width > measure) break;
    head += segment;
  }
  return head;
}
