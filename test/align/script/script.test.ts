import { expect, test } from 'vitest';
import { scriptOf } from '../../../src/align/script/script.ts';
import type { Pronounce } from '../../../src/align/words/pronounce.ts';
import type { Transcript } from '../../../src/episode/transcript.ts';
import { words } from '../../render/an-episode.ts';

const phones = ['SIL', 'AH', 'K', 'L', 'EY'];

/** Words sound as their letters do: k, l and a; other letters are not spoken. */
const spell: Pronounce = (texts) =>
  texts.map((text) => {
    const sounds = Array.from(text.toLowerCase()).flatMap(
      (letter) => ({ k: 'K', l: 'L', a: 'AH' })[letter] ?? [],
    );
    return sounds.length === 0 ? [] : [sounds];
  });

function transcript(...turns: string[]): Transcript {
  const said = (text: string) => ({ speakers: [], paragraphs: [{ words: words(text) }] });
  return { language: null, speakers: [], turns: turns.map(said) };
}

test('words are those of the transcript, with their phones as the model counts them', () => {
  const given = transcript('Kal la.', 'Ka');
  const script = scriptOf(given, spell, phones);
  expect(script.words.map(({ word }) => word)).toEqual(words('Kal la. Ka'));
  expect(script.words[0]?.word).toBe(given.turns[0]?.paragraphs[0]?.words[0]);
  expect(script.words.map(({ pronunciations }) => pronunciations)).toEqual([
    [[2, 1, 3]],
    [[3, 1]],
    [[2, 1]],
  ]);
  expect(script.words.map(({ turn }) => turn)).toEqual([0, 0, 1]);
  expect(script.words.map(({ opensSentence }) => opensSentence)).toEqual([true, false, true]);
  expect(script.units).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 3 },
  ]);
});

test('words that are not spoken are left out, with sentences of nothing else', () => {
  const script = scriptOf(transcript('— 🎉 ka 🎉 la. 🎉! al'), spell, phones);
  expect(script.words.map(({ word }) => word.text)).toEqual(['ka', 'la.', 'al']);
  expect(script.words.map(({ opensSentence }) => opensSentence)).toEqual([true, false, true]);
  expect(script.units).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 3 },
  ]);
});

test('a voice may rest after a comma, before a dash, and at the end of a sentence', () => {
  const { words: spoken } = scriptOf(transcript('ka, la al — ka la'), spell, phones);
  expect(spoken.map(({ restsAfter }) => restsAfter)).toEqual([true, false, true, false, true]);
});

test('a dash that begins a sentence is no rest in the one before', () => {
  const { words: spoken } = scriptOf(transcript('ka', '— la al'), spell, phones);
  expect(spoken.map(({ restsAfter }) => restsAfter)).toEqual([true, false, true]);
});

test('phones that the model does not know are left out, and ways to say a word of nothing else', () => {
  const strange: Pronounce = (texts) => texts.map(() => [['K', 'ZZ', 'L'], ['ZZ'], ['EY']]);
  const { words: spoken } = scriptOf(transcript('ka'), strange, phones);
  expect(spoken[0]?.pronunciations).toEqual([[2, 3], [4]]);
  const unknown: Pronounce = (texts) => texts.map(() => [['ZZ']]);
  expect(scriptOf(transcript('ka'), unknown, phones)).toEqual({ words: [], units: [] });
});

test('a transcript without words has nothing to be heard', () => {
  const none = { language: null, speakers: [], turns: [] };
  expect(scriptOf(none, spell, phones)).toEqual({ words: [], units: [] });
});
