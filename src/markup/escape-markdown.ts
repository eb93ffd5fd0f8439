/**
 * Words as a paragraph of Markdown (CommonMark with GitHub's strikethrough). Only what would change meaning
 * gets a backslash, so that a transcript stays pleasant to read as it is.
 *
 * @param text one paragraph without line ends
 * @param opensLine whether it stands at the start of a line, where lists, quotes and headings begin
 */
export function escapeMarkdown(text: string, opensLine: boolean): string {
  const brackets = /\](?:\(|\[|:)|\[\^/.test(text) ? /\[/g : nothing;
  const inline = text
    .replace(/\\(?=[\p{P}\p{S}])/gu, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/(?<=\S)[*~]|[*~](?=\S)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(brackets, '\\[')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
  return opensLine ? escapeBlockStart(inline) : inline;
}

const nothing = /(?!)/g;

/** Keeps the first characters of a line from opening a list, a quote, a heading, a rule or a code block. */
function escapeBlockStart(text: string): string {
  return text
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?=(?:[-+*]|#{1,6})(?:\s|$)|>|-[-\s]*$|\|)/, '\\');
}
