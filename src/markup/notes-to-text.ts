import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';
import { notesToHtml } from './notes.ts';

/** Show notes as plain text, a line for each paragraph, heading and entry of a list. */
export function notesToText(markdown: string): string {
  if (markdown.trim() === '') return '';
  const lines = notesToHtml(markdown).replace(/<(?:\/(?:p|h\d|li|pre|blockquote)|br \/)>/g, '\n');
  const text = decodeHTML(sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} }));
  return text.replace(/\n\s*/g, '\n').trim();
}
