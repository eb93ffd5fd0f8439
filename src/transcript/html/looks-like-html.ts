import { scanMarkup } from '../tags/scan-markup.ts';
import { xmlRoot } from '../tags/xml-root.ts';
import { blocks, headings, voids, wordless } from './html-elements.ts';

/** Of a text only this much is looked at. */
const prefix = 20_000;

/**
 * Whether a text is an HTML page or a piece of one. A piece has tags of blocks and hardly a word outside of
 * them: Markdown with some HTML in it, or text with a `<b>`, is something else.
 */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, prefix);
  const root = xmlRoot(head);
  if (root?.name === 'html' || (root?.isDeclared && root.doctype === 'html')) return true;
  if (root?.isDeclared || root?.name === 'tt') return false;
  if (root?.doctype === 'html') return true;
  return isPieceOfPage(head);
}

function isPieceOfPage(head: string): boolean {
  if (!head.includes('<')) return false;
  const open: string[] = [];
  let tags = 0;
  let first = false;
  let inside = 0;
  let outside = 0;
  scanMarkup(head, 'html', {
    open(name) {
      if (isBlock(name) || name === 'br') tags += 1;
      if (outside === 0 && tags === 1) first = true;
      if (isBlock(name) && !voids.has(name)) open.push(name);
    },
    close(name) {
      const at = open.lastIndexOf(name);
      if (at !== -1) open.length = at;
    },
    text(text) {
      const length = text.replace(/\s+/g, '').length;
      if (open.length > 0) inside += length;
      else outside += length;
    },
  });
  return tags >= (first ? 1 : 3) && outside * 5 <= inside + outside;
}

function isBlock(name: string): boolean {
  return (
    blocks.has(name) ||
    headings.has(name) ||
    wordless.has(name) ||
    name === 'cite' ||
    name === 'time'
  );
}
