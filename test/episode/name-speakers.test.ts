import { expect, test } from 'vitest';
import { nameSpeakers, type Transcript, untimed } from '../../src/episode/transcript.ts';

const turn = (...speakers: string[]) => ({
  speakers,
  paragraphs: [{ words: [untimed('Yes.')] }],
});
const speakers = (...labels: string[]) => labels.map((label) => ({ label, name: label }));
const transcript = (labels: string[], ...turns: Transcript['turns']): Transcript => ({
  language: null,
  speakers: speakers(...labels),
  turns,
});

test('labels get their names, and those nobody names keep theirs', () => {
  const { speakers, turns } = nameSpeakers(transcript(['R', 'F'], turn('R'), turn('F')), [
    { label: 'R', name: 'Ruth Ansell' },
  ]);
  expect(speakers).toEqual([
    { label: 'R', name: 'Ruth Ansell' },
    { label: 'F', name: 'F' },
  ]);
  expect(turns.map((one) => one.speakers)).toEqual([['R'], ['F']]);
});

test('two labels of one name are one speaker, and speak once where they speak at once', () => {
  const ruth = ['R', 'Ruth'].map((label) => ({ label, name: 'Ruth Ansell' }));
  const given = transcript(['R', 'F', 'Ruth'], turn('R', 'Ruth'), turn('F'), turn('Ruth', 'F'));
  const named = nameSpeakers(given, ruth);
  expect(named.speakers.map(({ label }) => label)).toEqual(['R', 'F']);
  expect(named.turns.map((one) => one.speakers)).toEqual([['R'], ['F'], ['R', 'F']]);
});
