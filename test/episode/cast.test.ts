import { describe, expect, test } from 'vitest';
import { type Cast, whoIsHeard } from '../../src/episode/cast.ts';
import { type KnownPerson, peopleBy } from '../../src/episode/people.ts';
import { justNamed, type PersonSaid } from '../../src/episode/person.ts';

const speakers = (...labels: string[]) => labels.map((label) => ({ label, name: label }));
const person = (name: string, given: Partial<KnownPerson> = {}): KnownPerson => ({
  ...justNamed(name),
  aliases: [],
  ...given,
});
function heard(
  labels: string[],
  {
    cast = {},
    show = [],
    people = [],
  }: { cast?: Partial<Cast>; show?: PersonSaid[]; people?: KnownPerson[] },
) {
  const said = { named: {}, guessed: {}, people: null, ...cast };
  const known = { ofShow: show, people: peopleBy(people) };
  const found = whoIsHeard(said, speakers(...labels), known);
  return {
    names: found.speakers.map(({ name }) => name),
    people: found.people.map(({ name, role }) => `${name}, ${role}`),
    full: found.people,
  };
}
const ruth = person('Ruth Ansell', { aliases: ['R', 'Ruth'] });

describe('a label', () => {
  test('is whom the publisher says, else whom the show knows, else whom the opening names', () => {
    const guessed = { R: 'Rosa Lind', F: 'Frank Moss' };
    const named = { R: 'Rita Hale' };
    const { names } = heard(['R', 'F'], { cast: { named, guessed }, people: [ruth] });
    expect(names).toEqual(['Rita Hale', 'Frank Moss']);
    expect(heard(['R', 'F'], { cast: { guessed }, people: [ruth] }).names).toEqual([
      'Ruth Ansell',
      'Frank Moss',
    ]);
    expect(heard(['R', 'F'], { cast: { guessed } }).names).toEqual(['Rosa Lind', 'Frank Moss']);
    expect(heard(['R', 'F'], {}).names).toEqual(['R', 'F']);
  });

  test('that is said to be an alias is the person', () => {
    const cast = { named: { X: 'Ruth' } };
    expect(heard(['X'], { cast, people: [ruth] }).names).toEqual(['Ruth Ansell']);
  });

  test('is found whatever its case and its blanks', () => {
    expect(heard(['RUTH  ANSELL'], { people: [ruth] }).names).toEqual(['Ruth Ansell']);
  });

  test('that is said to be itself stays as it is', () => {
    const cast = { named: { R: 'R', Ruth: 'Ruth' }, guessed: { R: 'Rosa Lind' } };
    const { names, people } = heard(['R', 'Ruth'], { cast, people: [ruth] });
    expect(names).toEqual(['R', 'Ruth']);
    expect(people).toEqual(['Ruth, guest']);
  });

  test('is nobody where two people have the alias', () => {
    const people = [ruth, person('Rita Hale', { aliases: ['R'] })];
    expect(heard(['R', 'Ruth'], { people }).names).toEqual(['R', 'Ruth Ansell']);
  });

  test('is the one of that name, whoever else has it as an alias', () => {
    const people = [person('Ruth'), ruth];
    expect(heard(['Ruth'], { people }).names).toEqual(['Ruth']);
  });

  test('is not guessed to be somebody who has another label', () => {
    const guessed = { F: 'ruth ansell' };
    expect(heard(['R', 'F'], { cast: { guessed }, people: [ruth] }).names).toEqual([
      'Ruth Ansell',
      'F',
    ]);
  });

  test('may be called like something every object has', () => {
    expect(heard(['constructor', '__proto__'], {}).names).toEqual(['constructor', '__proto__']);
  });
});

describe('the people of an episode', () => {
  const host = { ...justNamed('Ruth Ansell'), role: 'host' };
  const producer = { ...justNamed('Pia Lund'), role: 'producer' };

  test('are those who speak, each once, with the show’s hosts', () => {
    const people = [person('Frank Moss', { aliases: ['F', 'Frank'] })];
    const { people: found } = heard(['F', 'Frank', 'Jo Marsh', 'X'], {
      show: [host, producer],
      people,
    });
    expect(found).toEqual(['Ruth Ansell, host', 'Frank Moss, guest', 'Jo Marsh, guest']);
  });

  test('are the show’s where nobody is named', () => {
    expect(heard(['R', 'F'], { show: [host, producer] }).people).toEqual([
      'Ruth Ansell, host',
      'Pia Lund, producer',
    ]);
  });

  test('are those that the episode lists, by any of their names', () => {
    const listed = [justNamed('Frank'), { ...justNamed('Jo Marsh'), role: 'co-host' }];
    const people = [person('Frank Moss', { aliases: ['Frank'] })];
    const found = heard(['F'], { cast: { people: listed }, show: [host], people });
    expect(found.people).toEqual(['Frank Moss, guest', 'Jo Marsh, co-host']);
  });

  test('have the show’s hosts among them unless their list has a host, or nobody', () => {
    const listing = (people: PersonSaid[]) => heard([], { cast: { people }, show: [host] }).people;
    expect(listing([justNamed('Jo Marsh')])).toEqual(['Ruth Ansell, host', 'Jo Marsh, guest']);
    expect(listing([{ ...justNamed('Jo Marsh'), role: 'host' }])).toEqual(['Jo Marsh, host']);
    expect(listing([])).toEqual([]);
  });

  test('have their part from the episode, the people, the show, in this order', () => {
    const show = [{ ...justNamed('Jo Marsh'), role: 'editor' }];
    const people = [person('Jo Marsh', { role: 'author' })];
    const cast = { people: [{ ...justNamed('Jo Marsh'), role: 'narrator' }] };
    expect(heard([], { cast, show, people }).people).toEqual(['Jo Marsh, narrator']);
    expect(heard(['Jo Marsh'], { show, people }).people).toEqual(['Jo Marsh, author']);
    expect(heard(['Jo Marsh'], { show }).people).toEqual(['Jo Marsh, editor']);
    expect(heard(['Jo Marsh'], {}).people).toEqual(['Jo Marsh, guest']);
  });

  test('have what one place leaves open from another', () => {
    const bio = 'Looks after tapes.';
    const show = [{ ...justNamed('Jo Marsh'), role: 'host', url: 'https://example.org/jo' }];
    const people = [person('Jo Marsh', { group: 'cast', bio })];
    expect(heard(['Jo Marsh'], { show, people }).full).toEqual([
      {
        name: 'Jo Marsh',
        role: 'host',
        group: 'cast',
        url: 'https://example.org/jo',
        picture: null,
        bio,
      },
    ]);
  });
});

test('ten thousand labels and as many aliases are looked up at once', () => {
  const labels = Array.from({ length: 10_000 }, (_, at) => `Voice ${at}`);
  const people = labels.map((alias, at) => person(`Person ${at}`, { aliases: [alias] }));
  expect(heard(labels, { people }).names[9999]).toBe('Person 9999');
});
