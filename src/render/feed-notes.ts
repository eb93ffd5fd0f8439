import { LRUCache } from 'lru-cache';
import { notesToHtml } from '../markup/notes.ts';

/**
 * An episode's notes as HTML. Remembered by their words: every change of one episode makes the whole feed
 * anew, and reading the Markdown of all the others is nearly all the work in it.
 */
export function notesInFeed(markdown: string): string {
  const known = remembered.get(markdown);
  if (known !== undefined) return known;
  const html = notesToHtml(markdown);
  remembered.set(markdown, html);
  return html;
}

/** Up to 16 million characters: the notes of some thousand episodes. */
const remembered = new LRUCache<string, string>({
  maxSize: 16_000_000,
  sizeCalculation: (html, markdown) => html.length + markdown.length + 1,
});
