const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

/**
 * Text as XML, safe between tags and inside quoted attributes. Characters that XML 1.0 forbids even as
 * references (https://www.w3.org/TR/xml/#charsets) are left out, lone surrogates among them.
 */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(forbiddenInXml, ''));
}

/** Text of a WebVTT cue, or a voice's name in its tag; `-->` cannot come of it. */
export function escapeCue(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] as string);
}

const forbiddenInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
