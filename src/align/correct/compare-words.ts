/** Some of a list, from the first up to but not including the last. */
export interface Run {
  from: number;
  to: number;
}

/** Words that stand in the place of others; either may be none. */
export interface Change {
  before: Run;
  now: Run;
}

/** Whether words stand where there were none. */
export function isAdded({ before }: Change): boolean {
  return before.from === before.to;
}

/** Whether words are gone and none stand in their place. */
export function isRemoved({ now }: Change): boolean {
  return now.from === now.to;
}

/** Words taken out and put in that are counted; whoever changes more has another transcript. */
const most = 3000;
/** Words by which a change may be moved to be beside another. */
const farthest = 8;
/** So few words that stayed between changes of so many stayed by chance: `the`, `and`. */
const chance = { stayed: 2, changed: 3 } as const;

/**
 * What was changed in a list of words, with as few words taken out and put in as possible (E. W. Myers, 1986: An
 * O(ND) difference algorithm and its variations). The time it takes grows with the number of words, and with the
 * square of that of the changes.
 *
 * @returns the changes in order; null where there are more than can be counted
 */
export function compareWords(before: string[], now: string[]): Change[] | null {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let behind = 0;
  const shorter = Math.min(before.length, now.length) - start;
  while (behind < shorter && before.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  const changes = findChanges(
    before.slice(start, before.length - behind),
    now.slice(start, now.length - behind),
  );
  if (changes === null) return null;
  const move = ({ from, to }: Run) => ({ from: from + start, to: to + start });
  const moved = changes.map((change) => ({ before: move(change.before), now: move(change.now) }));
  return joinChanges(slideTogether(moved, before, now));
}

/** Follows, for one change after another, the farthest that can be come on every diagonal. */
function findChanges(before: string[], now: string[]): Change[] | null {
  const [n, m] = [before.length, now.length];
  const steps: Int32Array[] = [];
  for (let changes = 0; changes <= Math.min(n + m, most); changes += 1) {
    const last = steps.at(-1);
    // By diagonal, from −changes to +changes: how far one has come in the words before.
    const reached = new Int32Array(2 * changes + 1).fill(-1);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = last ? cameFrom(last, changes, diagonal).x : 0;
      while (x < n && x - diagonal < m && before[x] === now[x - diagonal]) x += 1;
      reached[diagonal + changes] = x;
      if (x < n || x - diagonal < m) continue;
      steps.push(reached);
      return changesOn(steps, n, m);
    }
    steps.push(reached);
  }
  return null;
}

/** Where a diagonal is come to, one change further: by a word put in, or one taken out. */
function cameFrom(last: Int32Array, changes: number, diagonal: number) {
  const at = (other: number) => last[other + changes - 1] ?? -1;
  const putIn = diagonal < changes ? at(diagonal + 1) : -1;
  const takenOut = diagonal > -changes ? at(diagonal - 1) + 1 : -1;
  return putIn >= takenOut && diagonal < changes
    ? { x: putIn, isPutIn: true }
    : { x: takenOut, isPutIn: false };
}

function changesOn(steps: Int32Array[], n: number, m: number): Change[] {
  const single: Change[] = [];
  let diagonal = n - m;
  for (let changes = steps.length - 1; changes > 0; changes -= 1) {
    const { x, isPutIn } = cameFrom(steps[changes - 1]!, changes, diagonal);
    const y = x - diagonal;
    single.push({
      before: { from: isPutIn ? x : x - 1, to: x },
      now: { from: isPutIn ? y - 1 : y, to: y },
    });
    diagonal += isPutIn ? 1 : -1;
  }
  return single.reverse();
}

/**
 * Where a word stands twice, either may be the one that was taken out or put in. The one beside another change
 * is: then that is one word in the place of another.
 */
function slideTogether(changes: Change[], before: string[], now: string[]): Change[] {
  for (const [at, change] of changes.entries()) {
    const [last, next] = [changes[at - 1], changes[at + 1]];
    const back = last ? change.now.from - last.now.to : 0;
    const on = next ? next.now.from - change.now.to : 0;
    if (back > 0 && canSlide(change, -back, before, now)) slide(change, -back);
    else if (on > 0 && canSlide(change, on, before, now)) slide(change, on);
  }
  return changes;
}

function canSlide(change: Change, by: number, before: string[], now: string[]): boolean {
  if (Math.abs(by) > farthest || !(isAdded(change) || isRemoved(change))) return false;
  const [list, { from, to }] = isAdded(change) ? [now, change.now] : [before, change.before];
  for (let step = 0; step < Math.abs(by); step += 1) {
    const [leaves, enters] = by < 0 ? [to - 1 - step, from - 1 - step] : [from + step, to + step];
    if (list[leaves] !== list[enters]) return false;
  }
  return true;
}

function slide({ before, now }: Change, by: number): void {
  for (const run of [before, now]) {
    run.from += by;
    run.to += by;
  }
}

/** Makes one of changes that touch, and of those that only chance keeps apart. */
function joinChanges(changes: Change[]): Change[] {
  const touching = joinWhere(changes, (stayed) => stayed === 0);
  const size = ({ before, now }: Change) => Math.max(before.to - before.from, now.to - now.from);
  return joinWhere(
    touching,
    (stayed, one, next) =>
      stayed <= chance.stayed && Math.min(size(one), size(next)) >= chance.changed,
  );
}

function joinWhere(
  changes: Change[],
  belong: (stayed: number, one: Change, next: Change) => boolean,
): Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last && belong(change.now.from - last.now.to, last, change)) {
      last.before.to = change.before.to;
      last.now.to = change.now.to;
    } else {
      joined.push({ before: { ...change.before }, now: { ...change.now } });
    }
  }
  return joined;
}
