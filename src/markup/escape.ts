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
 * The text without the characters XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets): control characters,
 * lone surrogates, U+FFFE and U+FFFF. No escape makes them legal; one makes a whole feed unreadable.
 */
export function legalInXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

/** Text of a WebVTT cue, or a voice's name in its tag; `-->` cannot come of it. */
export function escapeCue(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] as string);
}
