import { expect, test } from 'vitest';
import { stretchesOf } from '../../src/render/speakers.ts';
import { waveformBars } from '../../src/render/waveform-bars.ts';
import { aTranscript, words } from './an-episode.ts';

const barsIn = (path: string) => path.match(/M/g)?.length ?? 0;

test('any number of peaks becomes at most 240 bars', () => {
  for (const count of [1, 100, 240, 241, 1800, 90_000]) {
    const bars = waveformBars(new Array(count).fill(40), 60, []);
    expect(bars.reduce((sum, { path }) => sum + barsIn(path), 0)).toBe(Math.min(count, 240));
  }
});

test('no peaks are no bars', () => {
  expect(waveformBars([], 60, [])).toEqual([]);
});

test('silence is a thin line, and the loudest bar fills the height', () => {
  expect(waveformBars([0, 7], 60, [])).toEqual([{ speaker: null, path: 'M0 49V51M1 0V100' }]);
});

test('bars have the colour of who speaks', () => {
  const stretches = [
    { start: 0, end: 15, speaker: 'speaker-1' },
    { start: 15, end: 30, speaker: 'speaker-2' },
  ];
  const bars = waveformBars([9, 9, 9, 9], 60, stretches);
  expect(bars.map(({ speaker, path }) => [speaker, barsIn(path)])).toEqual([
    ['speaker-1', 1],
    ['speaker-2', 1],
    [null, 2],
  ]);
});

test('a turn reaches to the next one', () => {
  expect(stretchesOf(aTranscript())).toEqual([
    { start: 0.5, end: 61.2, speaker: 'speaker-1' },
    { start: 61.2, end: 121, speaker: 'speaker-2' },
  ]);
});

test('before a turn without times it reaches no further than it is known to', () => {
  const [first] = aTranscript().turns;
  const untimed = { speakers: ['J'], paragraphs: [{ words: words('Who knows.') }] };
  const transcript = aTranscript({ turns: [first!, untimed, ...aTranscript().turns.slice(1)] });
  expect(stretchesOf(transcript)[0]).toEqual({ start: 0.5, end: 1.6, speaker: 'speaker-1' });
});
