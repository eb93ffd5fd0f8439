import type { Entry, StatusNews } from './read-status.ts';
import { statusLine, statusTable } from './status-table.ts';

/** Where a live status is shown. */
export interface Screen {
  write(text: string): void;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

/** Shows a status as it changes: on a terminal drawn anew in its place, elsewhere a line a change. */
export function createStatusScreen(screen: Screen): (news: StatusNews) => void {
  const entries = new Map<string, Entry>();
  const draw = screen.isTTY ? drawing(screen) : null;
  /** The line that was printed last for each. */
  const printed = new Map<string, string>();
  const print = (entry: Entry) => {
    const line = statusLine(entry);
    if (printed.get(entry.slug) === line) return;
    printed.set(entry.slug, line);
    screen.write(`${line}\n`);
  };
  return (news) => {
    const table = () => statusTable([...entries.values()]);
    if (news.event === 'away') {
      if (draw === null) screen.write(`${away}\n`);
      else draw([...table(), '', away]);
      return;
    }
    const changed = take(news, entries);
    if (draw !== null) draw(table());
    else if (news.event === 'gone') {
      if (printed.delete(news.slug)) screen.write(`${'gone'.padEnd(10)}  ${news.slug}\n`);
    } else for (const entry of changed) print(entry);
  };
}

const away = 'The server has gone away; waiting for it.';

/** Takes news in; returns what is new. */
function take(news: Exclude<StatusNews, { event: 'away' }>, entries: Map<string, Entry>): Entry[] {
  if (news.event === 'gone') {
    entries.delete(news.slug);
    return [];
  }
  if (news.event === 'status') entries.clear();
  const changed = news.event === 'status' ? news.episodes : [news.episode];
  for (const entry of changed) entries.set(entry.slug, entry);
  return changed;
}

/** Draws lines over those drawn before. None may wrap and all must be in sight, or the cursor would be lost. */
function drawing(screen: Screen): (lines: string[]) => void {
  let drawn = 0;
  return (all) => {
    const { columns = 80, rows = 24 } = screen;
    const room = Math.max(2, rows - 1);
    const lines =
      all.length <= room
        ? all
        : [...all.slice(0, room - 1), `… and ${all.length - room + 1} lines more`];
    const up = drawn > 0 ? `\x1b[${drawn}A` : '';
    const cut = lines.map((line) => [...line].slice(0, columns - 1).join(''));
    screen.write(`${up}\x1b[0J${cut.join('\n')}\n`);
    drawn = cut.length;
  };
}
