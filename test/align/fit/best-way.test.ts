import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Window } from '../../../src/align/fit/band.ts';
import { traceBack } from '../../../src/align/fit/trace-back.ts';
import { findWay } from '../../../src/align/fit/viterbi.ts';
import type { SenoneScores } from '../../../src/align/model/senones.ts';
import { anything, layOut, penalties } from './made-speech.ts';

const costs = { rest: -2, stray: 5, straying: 1, first: 9, more: 4 };

/** Any scores, for the senones of silence and three letters. */
const recordings = fc.integer({ min: 0, max: 8 }).chain((frames) =>
  fc.array(fc.array(fc.integer({ min: -6, max: 0 }), { minLength: 12, maxLength: 12 }), {
    minLength: frames,
    maxLength: frames,
  }),
);

/**
 * Tries every way there is through single letters, one after another.
 *
 * @param allowed whether a word may be spoken from one frame to another, or left out
 */
function bestTotal(
  recording: number[][],
  words: number[][],
  allowed: (word: number, frames: Window | null) => boolean,
): number {
  const scoreOf = (senone: number, from: number, to: number) => {
    let sum = 0;
    for (let frame = from; frame < to; frame += 1) sum += recording[frame]![senone] ?? -20;
    return sum;
  };
  /** A phone's three thirds, a frame or more each, in any division. */
  const phone = (which: number, from: number, to: number) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let first = from + 1; first < to - 1; first += 1) {
      for (let second = first + 1; second < to; second += 1) {
        const own = which * 3;
        const value =
          scoreOf(own, from, first) +
          scoreOf(own + 1, first, second) +
          scoreOf(own + 2, second, to);
        best = Math.max(best, value);
      }
    }
    return best;
  };
  const something = (from: number, to: number) => {
    let sum = 0;
    for (let frame = from; frame < to; frame += 1) {
      sum += Math.max(...recording[frame]!.slice(3)) - costs.straying;
    }
    return sum;
  };
  const frames = recording.length;
  const go = (at: number, word: number, last: 'word' | 'rest' | 'stray' | 'skip'): number => {
    let best = at === frames && word === words.length ? 0 : Number.NEGATIVE_INFINITY;
    if (word < words.length && allowed(word, null)) {
      const cost = last === 'skip' ? costs.more : costs.first;
      best = Math.max(best, go(at, word + 1, 'skip') - cost);
    }
    for (let to = at + 1; to <= frames; to += 1) {
      if (last !== 'stray') {
        best = Math.max(best, something(at, to) - costs.stray + go(to, word, 'stray'));
      }
      if (last !== 'rest')
        best = Math.max(best, phone(0, at, to) + costs.rest + go(to, word, 'rest'));
      if (!allowed(word, { from: at, to })) continue;
      for (const letter of words[word] ?? []) {
        best = Math.max(best, phone(letter, at, to) + go(to, word + 1, 'word'));
      }
    }
    return best;
  };
  return go(0, 0, 'word');
}

test('no other way scores more than the one that is read back, and its words follow one another', () => {
  const sentences = fc.constantFrom('a', 'a b', 'a b|c', 'a|b c a');
  const property = fc.property(recordings, sentences, (recording, sentence) => {
    const frames = { from: 0, to: recording.length };
    const { words, states, band } = layOut(sentence, frames);
    let frame = 0;
    const scores: SenoneScores = {
      look: (next) => {
        frame = next;
      },
      score: (senone) => recording[frame]?.[senone] ?? -20,
      penalise: () => {},
    };
    const every = words.length + 1;
    const decisions = findWay(
      states,
      band,
      scores,
      penalties(every, costs),
      anything,
      Number.POSITIVE_INFINITY,
    );
    const letters = words.map(({ pronunciations }) => pronunciations.map(([letter]) => letter!));
    expect(decisions.total).toBe(bestTotal(recording, letters, () => true));

    const way = traceBack(states, band, decisions);
    const asRead = (word: number, given: Window | null) => {
      const read = way?.words[word] ?? null;
      return read?.start === given?.from && read?.end === given?.to;
    };
    expect(bestTotal(recording, letters, asRead)).toBe(decisions.total);
    let latest = 0;
    for (const word of way?.words ?? []) {
      if (word === null) continue;
      expect(word.start).toBeGreaterThanOrEqual(latest);
      expect(word.end).toBeGreaterThanOrEqual(word.start + 3);
      latest = word.end;
    }
    expect(latest).toBeLessThanOrEqual(recording.length);
  });
  fc.assert(property, { numRuns: 60 });
});
