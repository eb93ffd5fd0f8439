import type { ShowSaid } from '../episode/show.ts';
import { decidedShow, writeDecidedShow } from './decided-show.ts';
import { hashOf } from './hash-file.ts';
import type { Layout } from './layout.ts';

/**
 * The show with the moment at which something of it last changed. It is kept with a hash, since the date of a
 * file says when it was copied, not when it was edited.
 */
export async function dateShow(
  layout: Layout,
  show: Omit<ShowSaid, 'changed'>,
  now: Date = new Date(),
): Promise<ShowSaid> {
  const decided = await decidedShow(layout, null);
  // Neither is part of what a feed or a page says.
  const { guid: _guid, robots: _robots, ...said } = show;
  const content = hashOf(JSON.stringify(said));
  const before = decided.changed;
  if (before?.content === content) return { ...show, changed: before.at };
  const changed = { content, at: before === null ? null : now.toISOString() };
  await writeDecidedShow(layout, { ...decided, changed });
  return { ...show, changed: changed.at };
}
