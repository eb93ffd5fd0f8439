import { expect, test } from 'vitest';
import { layOut } from './made-speech.ts';

const window = (from: number, to: number) => ({ from, to });

test('in each frame there are the words whose windows are open, and the places beside them', () => {
  const windows = [window(10, 14), window(11, 15), window(13, 16)];
  const { band } = layOut('a b c', window(10, 16), windows);
  expect(Array.from(band.firstWord)).toEqual([0, 0, 0, 0, 1, 2]);
  expect(Array.from(band.lastWord)).toEqual([1, 2, 2, 3, 3, 3]);
  expect(Array.from(band.firstPlace)).toEqual([0, 0, 0, 0, 0, 1, 2]);
  expect(Array.from(band.lastPlace)).toEqual([2, 3, 3, 4, 4, 4, 4]);
});

test('there is room for every state and place of each frame, one after another', () => {
  const { band, states } = layOut('ab c|de', window(0, 4), [window(0, 3), window(1, 4)]);
  // Six states, and three and six for either way to say the other.
  expect(states.senones).toHaveLength(15);
  expect(Array.from(band.stateAt)).toEqual([0, 6, 21, 36]);
  expect(band.cells).toBe(45);
  let places = 0;
  for (const [at, from] of band.placeAt.entries()) {
    expect(from).toBe(places);
    places += band.lastPlace[at]! - band.firstPlace[at]!;
  }
  expect(band.places).toBe(places);
});

test('memory grows with the windows and not with the product of words and frames', () => {
  const sentence = new Array(200).fill('ab').join(' ');
  const windows = Array.from({ length: 200 }, (_, at) => window(at * 20, at * 20 + 60));
  const { band } = layOut(sentence, window(0, 4040), windows);
  expect(band.cells).toBe(200 * 60 * 6);
});
