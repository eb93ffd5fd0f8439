import type { Item } from './read-feed.ts';
import type { Rule } from './rules/rule.ts';
import { type RuleId, rules } from './rules.ts';

/** One thing that a feed, or a file it names, does not do as it should. */
export interface Finding extends Rule {
  rule: RuleId;
  /** Line of the feed, or address of the file. */
  where: string;
  /** What was found there, as one plain sentence. */
  found: string;
  /** The episode it concerns; null where it concerns the show. */
  episode: { title: string; guid: string | null } | null;
}

/** @param where a line of the feed, or an address */
export function finding(
  rule: RuleId,
  where: number | string,
  found: string,
  item: Item | null = null,
): Finding {
  const { severity, source, remedy } = rules[rule];
  return {
    severity,
    rule,
    source,
    where: typeof where === 'number' ? `line ${where} of the feed` : plain(where, 500),
    found: plain(found, 300),
    remedy,
    episode: item && { title: plain(item.title, 255), guid: item.guid },
  };
}

/** A text of somebody else's, within quotation marks and at a bearable length. */
export function quoted(text: string): string {
  return `“${plain(text, 80)}”`;
}

/** On one line, without what a terminal might take for an order. */
function plain(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}
