import { escapeHtml, legalInXml } from '../markup/escape.ts';

/**
 * Plain text as a feed's `description`. Some apps show that as HTML and some as it stands, so only what
 * HTML would take for a tag or an entity is escaped: `Q & A` stays readable in both, `<script>` is text
 * in both. Apple: "<= 4000 bytes".
 *
 * @param limit in bytes of UTF-8; what is longer is cut between words where that is possible, never
 *   inside an entity, and ends in an ellipsis
 */
export function descriptionOf(text: string, limit = 4000): string {
  const escaped = legalInXml(text)
    .trim()
    .replace(/<(?=[a-z/!?])|&(?=#|\w+;)/gi, (sign) => escapeHtml(sign));
  const bytes = new TextEncoder().encode(escaped);
  return bytes.length <= limit ? escaped : `${cut(bytes, limit - ellipsisBytes)}…`;
}

const ellipsisBytes = 3;

function cut(bytes: Uint8Array, limit: number): string {
  // As a stream, the decoder holds back a character that the cut goes through.
  const start = new TextDecoder().decode(bytes.subarray(0, limit), { stream: true });
  const lastBlank = start.search(/\s\S*$/);
  const words = lastBlank > start.length / 2 ? start.slice(0, lastBlank) : start;
  return words.replace(/&[#\w]*$/, '').trimEnd();
}

/** What sanitised HTML says, as plain text. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/<(?:br|hr)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity);
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** The only entities a sanitiser's output has. */
const characters: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
