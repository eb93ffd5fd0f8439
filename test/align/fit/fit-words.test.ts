import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../src/align/fit/calibrate.ts';
import { fitWords } from '../../../src/align/fit/fit-words.ts';
import type { Script } from '../../../src/align/script/script.ts';
import { model, speak, wordsOf } from './made-speech.ts';

/** A unit a sentence. */
function scriptOf(...sentences: string[]): Script {
  const script: Script = { words: [], units: [] };
  for (const sentence of sentences) {
    const from = script.words.length;
    for (const word of wordsOf(sentence)) script.words.push(word);
    script.units.push({ from, to: script.words.length });
  }
  return script;
}

/** Three frames a letter; the rests of sentences stay, words run together. */
const slow = (text: string) => text.replaceAll(/(?<=\w) (?=\w)/g, '').replaceAll(/\w/g, '$&$&$&');

describe('a span of units', () => {
  const script = scriptOf('one two', 'thre fur', 'fiv six');
  const sound = slow('one two     thre fur     fiv six');
  const whole = { from: 0, to: sound.length };
  const fitting = { script, model, scores: speak(sound), byItself: false, straying: 2.5 };
  const heard = (fit: ReturnType<typeof fitWords>) =>
    fit?.words.map((word) => word && sound.slice(word.start, word.end));

  test('has its words found', () => {
    const units = [0, 1, 2].map((unit) => ({ unit, window: whole }));
    const fit = fitWords({ frames: whole, units }, fitting);
    expect(fit?.indexes).toEqual([0, 1, 2, 3, 4, 5]);
    expect(heard(fit)).toEqual(['one', 'two', 'thre', 'fur', 'fiv', 'six'].map(slow));
  });

  test('may leave units out', () => {
    const frames = { from: 0, to: sound.indexOf('ttthhh') };
    const fit = fitWords({ frames, units: [{ unit: 0, window: frames }] }, fitting);
    expect(fit?.indexes).toEqual([0, 1]);
    expect(heard(fit)).toEqual(['one', 'two'].map(slow));
    const last = { from: sound.indexOf('fff'), to: sound.length };
    const some = [0, 2].map((unit) => ({ unit, window: whole }));
    expect(fitWords({ frames: last, units: some }, fitting)?.indexes).toEqual([0, 1, 4, 5]);
  });

  test('has windows that are put in order where they are not', () => {
    const units = [
      { unit: 0, window: { from: -50, to: 500 } },
      { unit: 1, window: { from: 10, to: 70 } },
    ];
    const fit = fitWords({ frames: { from: 0, to: 70 }, units }, fitting);
    expect(heard(fit)).toEqual(['one', 'two', 'thre', 'fur'].map(slow));
  });

  test('has all its words where they are known to be spoken', () => {
    const noisy = slow('one qxz fur');
    const fit = fitWords(
      { frames: { from: 0, to: noisy.length }, units: [{ unit: 0, window: { from: 0, to: 99 } }] },
      {
        ...fitting,
        script: scriptOf('one two fur'),
        scores: speak(noisy),
        straying: Number.POSITIVE_INFINITY,
      },
    );
    expect(fit?.words).not.toContain(null);
    expect(fit?.strays).toEqual([]);
  });

  test('cannot be fitted into nothing', () => {
    const units = [{ unit: 0, window: { from: 5, to: 5 } }];
    const straying = Number.POSITIVE_INFINITY;
    const fit = fitWords({ frames: { from: 5, to: 5 }, units }, { ...fitting, straying });
    expect(fit?.words ?? [null, null]).toEqual([null, null]);
  });
});

describe('what something unwritten costs', () => {
  const text = 'klarinet trompet';
  const costOf = (sound: string) => {
    const fitting = { script: scriptOf(text), model, scores: speak(sound), byItself: false };
    const hits = [{ unit: 0, start: 0, end: Math.ceil(sound.length / 3), score: 30 }];
    return calibrate({ hits, total: 0 }, [30], sound.length, fitting);
  };

  test('is least where words are clear', () => {
    expect(costOf(slow(text))).toBe(2.5);
  });

  test('grows as the right words fit worse', () => {
    // A letter of three is not the right one.
    const noisy = slow('klxrinxt trxmpxt').replaceAll('x', 'y');
    expect(costOf(noisy)).toBeCloseTo(1.6 + (4 / 15) * 10, 1);
  });

  test('is that of a noisy recording where nothing is known', () => {
    const fitting = { script: scriptOf('a'), model, scores: speak(''), byItself: false };
    expect(calibrate({ hits: [], total: 0 }, [30], 0, fitting)).toBeCloseTo(3.6);
    const short = [{ unit: 0, start: 0, end: 4, score: 3 }];
    expect(calibrate({ hits: short, total: 0 }, [4], 0, fitting)).toBeCloseTo(3.6);
  });
});
