import type { Script } from '../script/script.ts';
import { frameRate } from '../sound/listen.ts';
import { framesPerStep } from './evidence.ts';
import type { Hit } from './spot.ts';

/** Steps that a hit may be from where the transcript says: three seconds, for such times are rounded. */
const near = 100;
/** What agreeing with the transcript is worth for each step of a unit, in leads. */
const agreement = 0.1;

/**
 * What a hit gains by being where the transcript says that its unit is spoken. Little against what is heard: a
 * wrong time finds no hit beside it, and a right one helps where noise leaves several places to choose from.
 *
 * @param lengths steps that each unit is expected to last
 */
export function gainFromMarks({ words, units }: Script, lengths: number[]): (hit: Hit) => number {
  const marks = units.map(({ from, to }, unit) => {
    for (let at = from; at < to; at += 1) {
      const start = words[at]?.word.start ?? null;
      // Where its first word would then be, if words take even shares.
      const ahead = (lengths[unit]! * (at - from)) / (to - from);
      if (start !== null) return (start * frameRate) / framesPerStep - ahead;
    }
    return null;
  });
  return ({ unit, start }) => {
    const mark = marks[unit] ?? null;
    return mark !== null && Math.abs(start - mark) <= near ? agreement * lengths[unit]! : 0;
  };
}
