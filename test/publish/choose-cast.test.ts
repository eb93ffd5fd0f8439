import { expect, test } from 'vitest';
import { type KnownPerson, nobody, peopleBy } from '../../src/episode/people.ts';
import { justNamed } from '../../src/episode/person.ts';
import { type Transcript, untimed } from '../../src/episode/transcript.ts';
import { chooseCast } from '../../src/publish/choose-cast.ts';

const transcript = (opening: string): Transcript => ({
  language: null,
  speakers: ['R', 'F'].map((label) => ({ label, name: label })),
  turns: [{ speakers: ['R'], paragraphs: [{ words: opening.split(' ').map(untimed) }] }],
});
const clear = transcript('This is Ruth Ansell with Frank Moss.');
const known = (name: string, ...aliases: string[]): KnownPerson => ({
  ...justNamed(name),
  aliases,
});
const choose = (given: Transcript, speakers: Record<string, string>, people = nobody) => {
  const warnings: string[] = [];
  const { guessed } = chooseCast({ speakers, people: null }, given, {}, people, warnings);
  return { guessed, warnings };
};

test('initials are guessed from the opening, and the guess is told', () => {
  expect(choose(clear, {})).toEqual({
    guessed: { R: 'Ruth Ansell', F: 'Frank Moss' },
    warnings: [
      'R was taken to be Ruth Ansell and F Frank Moss, since the opening says so; say --speaker R=… if that is wrong.',
    ],
  });
});

test('who is named leaves the guess of the others', () => {
  const { guessed, warnings } = choose(clear, { R: 'R' });
  expect(guessed).toEqual({ R: 'Ruth Ansell', F: 'Frank Moss' });
  expect(warnings).toEqual([
    'F was taken to be Frank Moss, since the opening says so; say --speaker F=… if that is wrong.',
  ]);
});

test('whom the show knows by a label is told where the opening introduces somebody else', () => {
  const people = peopleBy([known('Ruth Hale', 'R')]);
  expect(choose(clear, {}, people).warnings).toEqual([
    'F was taken to be Frank Moss, since the opening says so; say --speaker F=… if that is wrong.',
    'R is Ruth Hale by people.yaml, but the opening introduces Ruth Ansell; say --speaker R="Ruth Ansell" if that is right.',
  ]);
});

test('where the opening leaves it open, its names are proposed', () => {
  const { guessed, warnings } = choose(transcript('I am Ruth Ansell, with Robert Brown.'), {});
  expect(guessed).toEqual({});
  expect(warnings).toEqual([
    'The opening names Ruth Ansell and Robert Brown, but not clearly who is R or F; say --speaker R="Ruth Ansell".',
  ]);
});

test('a label that may be two people of the show is told', () => {
  const people = peopleBy([known('Ruth Ansell', 'R'), known('Rita Hale', 'R')]);
  expect(choose(transcript('Good morning.'), {}, people).warnings).toEqual([
    'R may be Ruth Ansell or Rita Hale by people.yaml, so it stays R; say --speaker R=… to decide.',
  ]);
});
