import { decodeHTML } from 'entities';
import { escapeHtml } from '../markup/escape.ts';
import { looksLikeHtml, textOfHtml } from './read-text.ts';

/**
 * The notes of an item for `episode.md`. HTML stays as it is: Markdown lets it pass, and what is not safe in it
 * is left out when it is shown. It must be one block without empty lines, or what comes after one would be
 * read as Markdown.
 *
 * @param html HTML, or text as somebody typed it
 */
export function readNotes(html: string | null): string {
  const given = (html ?? '').replace(/\r\n?/g, '\n').trim();
  if (given === '') return '';
  const block = looksLikeHtml(given) ? raised(given) : paragraphs(decodeHTML(given));
  const lines = block.split('\n').map((line) => line.trim());
  const whole = lines.filter((line) => line !== '').join('\n');
  return opensBlock.test(whole) ? whole : `<div>\n${whole}\n</div>`;
}

/** https://spec.commonmark.org/0.31.2/#html-blocks, kind 6: Markdown leaves it alone up to an empty line. */
const opensBlock = /^<(?:p|ul|ol|h[1-6]|blockquote|div|table|section|article|dl|hr)(?:\s|>|\/>)/i;

/** Notes show headings one step lower, below the page's own, so they go up a step where there is room. */
function raised(html: string): string {
  if (/<h1[\s>]/i.test(html)) return html;
  return html.replace(/(<\/?h)([2-6])(?=[\s>])/gi, (_, tag, level) => `${tag}${Number(level) - 1}`);
}

/**
 * Whether a description is no more than a sentence or two for lists, as typed: then it is that and no notes.
 */
export function isShort(html: string | null): boolean {
  const text = (html ?? '').trim();
  return text.length <= 1000 && !/\n\s*\n|https?:\/\//.test(text) && !looksLikeHtml(text);
}

/**
 * An item's description where it says something besides the notes.
 *
 * @param hasChapters whether lines with times at its end only repeat chapters that come by themselves
 * @returns plain text of at most 4000 characters; null where it says what the notes say
 */
export function readDescription(
  html: string | null,
  notes: string,
  hasChapters: boolean,
): string | null {
  if (html === null) return null;
  const lines = textOfHtml(html).split('\n');
  while (hasChapters && timed.test(lines.at(-1) ?? '')) lines.pop();
  const text = lines.join('\n').slice(0, 4000).trim();
  if (text === '' || words(textOfHtml(notes)).startsWith(words(text).replace(/…$/, ''))) {
    return null;
  }
  return text;
}

const timed = /^\(?\d{1,2}(?::\d{2}){1,2}\)?\s/;

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines = paragraph.trim().split('\n').map(linked);
      return `<p>${lines.join('<br>\n')}</p>`;
    })
    .join('\n');
}

/** Addresses in a text that has no links of its own. */
function linked(line: string): string {
  return line
    .split(/(\bhttps?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]'’”])/)
    .map((part, at) => {
      const text = escapeHtml(part);
      return at % 2 === 1 ? `<a href="${text}">${text}</a>` : text;
    })
    .join('');
}
