import { describe, expect, test } from 'vitest';
import { guessSpeakers } from '../../src/episode/guess-speakers.ts';
import { type Transcript, untimed } from '../../src/episode/transcript.ts';

/** A turn a line, `Label: words`. */
function spoken(lines: string): Transcript {
  const turns = lines.split('\n').map((line) => {
    const at = line.indexOf(': ');
    const words = line.slice(at + 2).split(' ');
    return { speakers: [line.slice(0, at)], paragraphs: [{ words: words.map(untimed) }] };
  });
  const labels = [...new Set(turns.flatMap(({ speakers }) => speakers))];
  return { language: null, speakers: labels.map((label) => ({ label, name: label })), turns };
}
const guess = (lines: string) => guessSpeakers(spoken(lines))?.guess ?? null;
const named = (words: string) => guessSpeakers(spoken(`X: ${words}`))?.names ?? [];

describe('a guess', () => {
  test('takes initials for the people the opening names', () => {
    const lines =
      'R: This is Ruth Ansell. I work at Red Hill, and I’m speaking with Frank Moss, who knows the Big River.\nF: Thanks, Ruth.';
    expect(guess(lines)).toEqual({ R: 'Ruth Ansell', F: 'Frank Moss' });
  });

  test('takes two or three letters for the initials of a whole name', () => {
    expect(guess('AF: I’m Ada Finch, with Ota van der Berg.\nOVB: Hello.')).toEqual({
      AF: 'Ada Finch',
      OVB: 'Ota van der Berg',
    });
  });

  test('knows a letter with and without its accent', () => {
    expect(guess('Z: My name is Žofie Malá.')).toEqual({ Z: 'Žofie Malá' });
    expect(guess('Ž: My name is Žofie Malá.')).toEqual({ Ž: 'Žofie Malá' });
  });

  test('is none where a letter fits two names, or none', () => {
    expect(guess('R: I’m Ruth Ansell, here with Robert Brown and Frank Moss.\nF: Hi.')).toBeNull();
    expect(guess('R: I’m Ruth Ansell.\nF: Hello.')).toBeNull();
  });

  test.each([
    [
      'the one who speaks would be whom they introduce',
      'T: I am Gordon Brown, and with me is Tess Hall.\nG: Hi.',
    ],
    ['letters stand for parts', 'Q: I’m Quentin Blake, with Anna Karlsson.\nA: Hi.'],
    ['letters stand for their order', 'A: I’m Adam West, speaking with Bea Arthur.\nB: Hi.'],
    [
      'somebody is only mentioned',
      'R: I’m Ruth Ansell. Fiona wrote it with Frank Moss.\nF: I did.',
    ],
    ['a place is named', 'R: I’m Ruth Ansell, between Berlin and New York.\nN: Hi.'],
    ['a wish is capitalised', 'R: I’m Ruth Ansell. Merry Christmas!\nM: Hi.'],
  ])('is none where %s', (_why, lines) => {
    expect(guess(lines)).toBeNull();
  });

  test.each([
    'R: Ich bin Ruth Ansell und spreche mit Frank Moss.\nF: Hallo.',
    'R: Bonjour, je suis Ruth Ansell et je reçois Frank Moss.\nF: Merci.',
    'R: My name is Ruth Ansell and my guest today is Frank Moss.\nF: Hi.',
    'R: Hello.\nF: Hello, I’m Frank Moss.\nR: And I am Ruth Ansell.',
  ])('hears: %j', (lines) => {
    expect(guess(lines)).toEqual({ R: 'Ruth Ansell', F: 'Frank Moss' });
  });

  test('is none where two labels fit one name', () => {
    expect(guess('R: I’m Ruth Ansell.\nRA: And so am I.')).toBeNull();
  });

  test('is none where a label is a name already', () => {
    expect(guessSpeakers(spoken('R: I’m Ruth Ansell, with Frank Moss.\nFrank: Hi.'))).toBeNull();
  });

  test('is none where the names come later than in the first turns', () => {
    const later = 'R: Hi.\nF: Hi.\nR: Well.\nF: Well.\nR: I’m Ruth Ansell, you are Frank Moss.';
    expect(guess(later)).toBeNull();
    expect(guess(`R: ${'word '.repeat(200)}Ruth Ansell`)).toBeNull();
  });

  test('tells the names that were found, where it is none', () => {
    const found = guessSpeakers(spoken('R: I’m Ruth Ansell, with Robert Brown.'));
    expect(found).toEqual({ guess: null, names: ['Ruth Ansell', 'Robert Brown'] });
  });
});

describe('the names in an opening', () => {
  test.each([
    ['Welcome Ada Finch, thanks for coming.', ['Ada Finch']],
    ['Hello Dr. Ada Finch!', ['Ada Finch']],
    ['This is Ada C. Finch’s first visit.', ['Ada C. Finch']],
    ['We have “Jo Marsh” (and Mary-Jane O’Hara).', ['Jo Marsh', 'Mary-Jane O’Hara']],
    ['I am talking to Ada Finch. Jo Marsh is here too.', ['Ada Finch', 'Jo Marsh']],
    ['With us, Ada Finch, Ada Finch of New Harbour Books.', ['Ada Finch']],
  ])('%s', (words, names) => {
    expect(named(words)).toEqual(names);
  });

  test.each([
    'We met in Hong Kong and New York.',
    'Welcome to Plain Talk, about the Big Tent.',
    'She works for Open Water Books.',
    'This Is The Opening Of My Own Long Story Today.',
    'The NASA API is fine. Good Morning. Thank You.',
  ])('are not in: %s', (words) => {
    expect(named(words)).toEqual([]);
  });
});

test('guessing takes no longer for a long file, or for many labels', () => {
  const labels = Array.from(
    { length: 17_000 },
    (_, at) => `${letter(at)}${letter(at / 26)}${letter(at / 676)}`,
  );
  const words = `Ada Finch ${'A'.repeat(1_000_000)}’ ${'.'.repeat(1_000_000)}`;
  const transcript = spoken(`A: ${words}`);
  transcript.speakers = labels.map((label) => ({ label, name: label }));
  const began = performance.now();
  expect(guessSpeakers(transcript)?.guess).toBeNull();
  expect(performance.now() - began).toBeLessThan(3000);
});

function letter(at: number): string {
  return String.fromCharCode(65 + (Math.trunc(at) % 26));
}
