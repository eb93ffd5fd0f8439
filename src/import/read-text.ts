import { decodeHTML } from 'entities';

/** Whether a text has tags in it, so that it is HTML and not what somebody typed. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/i.test(text);
}

/**
 * What HTML says, as plain text: blocks on lines of their own, nothing of scripts and styles. Entities are
 * decoded once, since feeds have them in text without a single tag too.
 */
export function textOfHtml(html: string): string {
  const plain = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?(?:p|div|br|hr|li|ul|ol|h[1-6]|blockquote|pre|tr|table)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return decodeHTML(plain)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
