import { expect, test } from 'vitest';
import { findSoundbites } from '../../src/publish/find-soundbites.ts';
import { aTranscript, words } from '../render/an-episode.ts';

const find = (said: Parameters<typeof findSoundbites>[0], transcript = aTranscript()) => {
  const warnings: string[] = [];
  return { found: findSoundbites(said, transcript, 200, warnings), warnings };
};
const quote = (text: string) => [{ quote: text, title: '' }];

test('a quote is found whatever its punctuation, over paragraphs and turns', () => {
  expect(find(quote('Clay and hair')).found).toEqual([{ start: 61.2, duration: 1.3, title: '' }]);
  expect(find(quote('“is loam? — CLAY”')).found).toEqual([
    { start: 0.8, duration: 60.8, title: '' },
  ]);
  expect(find(quote('hair. Mostly')).found).toEqual([{ start: 62, duration: 58.5, title: '' }]);
});

test('a stretch is taken as it is, as far as the recording goes', () => {
  expect(find([{ start: 190, duration: 60, title: 'End' }]).found).toEqual([
    { start: 190, duration: 10, title: 'End' },
  ]);
});

test('what cannot be found is left out, with the reason', () => {
  expect(find(quote('bronze')).warnings).toEqual([
    'The soundbite “bronze” was left out: nobody says that.',
  ]);
  const untimed = aTranscript({
    turns: [{ speakers: [], paragraphs: [{ words: words('Just words') }] }],
  });
  expect(find(quote('Just words'), untimed).warnings[0]).toContain('its words have no times');
  expect(find([{ start: 900, duration: 5, title: '' }]).warnings[0]).toContain('after the end');
  expect(find(quote('…')).found).toEqual([]);
});
