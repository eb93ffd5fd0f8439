import type { Entry } from './read-status.ts';

/** What needs somebody's eye comes first. */
const order = ['publishing', 'failed', 'scheduled', 'draft', 'unlisted', 'public'];
/** Columns of a title; what is longer is cut. */
const titleWidth = 44;

/**
 * The status as a table: a line an episode, what is being done beside it, what failed or is amiss beneath it.
 *
 * @returns lines
 */
export function statusTable(entries: readonly Entry[]): string[] {
  if (entries.length === 0) return ['There are no episodes yet.'];
  const sorted = [...entries].sort(
    (one, other) => rank(one) - rank(other) || one.slug.localeCompare(other.slug),
  );
  const slugWidth = Math.max(...sorted.map(({ slug }) => plain(slug).length));
  return sorted.flatMap((entry) => [
    [
      entry.state.padEnd(10),
      plain(entry.slug).padEnd(slugWidth),
      short(plain(entry.title ?? ''), titleWidth).padEnd(titleWidth),
      progressOf(entry),
    ]
      .join('  ')
      .trimEnd(),
    ...[...failureOf(entry), ...(entry.warnings ?? []).map(plain)].map(
      (line) => `${' '.repeat(12)}${line}`,
    ),
  ]);
}

/** One episode in one line, for those who read along as things change. */
export function statusLine(entry: Entry): string {
  const { state, slug, failure } = entry;
  const doing = progressOf(entry, false);
  // While it is tried again, what failed before is no news.
  const failed = doing === '' && failure !== null ? failureOf(entry).join(' ') : '';
  return [state.padEnd(10), plain(slug), doing, failed].filter(Boolean).join('  ');
}

function rank({ state, publishing, failure }: Entry): number {
  if (publishing !== null) return 0;
  return failure === null ? order.indexOf(state) : 1;
}

function progressOf({ publishing }: Entry, withShare = true): string {
  if (publishing === null) return '';
  if (publishing.state === 'waiting') return 'Waiting';
  if (publishing.doing === null) return 'Beginning';
  return withShare && publishing.share > 0
    ? `${publishing.doing}, ${Math.floor(publishing.share * 100)} %`
    : publishing.doing;
}

function failureOf({ failure }: Entry): string[] {
  if (failure === null) return [];
  const { file, line, title, remedy } = failure;
  const where = [file, line].filter((part) => part !== undefined).join(':');
  return [plain(`${where ? `${where}: ` : ''}${title}`), plain(remedy)];
}

/** Without what would move the cursor: names and titles come from outside. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function short(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`;
}
