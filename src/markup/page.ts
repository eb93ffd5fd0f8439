import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document as text. Everything in it is escaped, except what `raw.tsx` let through. */
export function printPage(node: JSX.Element): string {
  return `<!doctype html>\n${renderToString(node)}\n`;
}

/** A piece of HTML as text, for those who put it into their own page. */
export function printPart(node: JSX.Element): string {
  return renderToString(node);
}
