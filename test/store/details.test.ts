import { describe, expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { justNamed } from '../../src/episode/person.ts';
import { parseDetails } from '../../src/store/details.ts';

const failure = (source: string) => {
  try {
    parseDetails(source, 'episode.md');
  } catch (error) {
    return error as AlongsideError;
  }
  throw new Error('it was read');
};

describe('episode.md', () => {
  test('has fields between dashes and notes below', () => {
    const { details, notes } = parseDetails(
      '---\ntitle: A talk\ndate: 2026-05-01\ntags: [one, two]\nspeakers:\n  R: Rich Bowen\n---\n\nSome *notes*.\n',
      'episode.md',
    );
    expect(details).toEqual({
      title: 'A talk',
      date: '2026-05-01T00:00:00.000Z',
      tags: ['one', 'two'],
      speakers: { R: 'Rich Bowen' },
    });
    expect(notes).toBe('Some *notes*.');
  });

  test('without dashes is all notes', () => {
    expect(parseDetails('Just notes.\n\n---\n\nMore.', 'episode.md')).toEqual({
      details: {},
      notes: 'Just notes.\n\n---\n\nMore.',
      problems: [],
    });
  });

  test('is read with Windows line ends and a byte order mark', () => {
    const { details, notes } = parseDetails(
      '\uFEFF---\r\ntitle: Hi\r\n---\r\nText\r\n',
      'episode.md',
    );
    expect(details.title).toBe('Hi');
    expect(notes).toBe('Text');
  });

  test('with empty fields has none', () => {
    expect(parseDetails('---\n---\nText', 'episode.md')).toMatchObject({
      ...{ details: {}, notes: 'Text' },
    });
  });

  test('says of fields that nobody reads where they are, and which may have been meant', () => {
    const { details, problems } = parseDetails(
      '---\ntitle: A talk\nTitel: Another\nepisode_type: bonus\nlocation:\n  name: Prague\n  goe: x\nmoon:\n  full\npeople:\n  - Rich\n  - { name: Jo, rolle: host }\nspeakers:\n  X: Jo\n---\n',
      'episode.md',
    );
    const told = (name: string, meant: string) =>
      `There is no field “${name}”, so it was passed over${meant}`;
    expect(problems).toEqual([
      { line: 3, message: told('Titel', '; did you mean “title”?') },
      { line: 4, message: told('episode_type', '; did you mean “episodeType”?') },
      { line: 7, message: told('goe', '; did you mean “geo”?') },
      { line: 8, message: told('moon', '.') },
      { line: 12, message: told('rolle', '; did you mean “role”?') },
    ]);
    expect(details).toMatchObject({ title: 'A talk', location: { name: 'Prague' } });
  });

  test('names people alone, or with what is to be said of them', () => {
    const source =
      '---\npeople:\n  - Rich\n  - { name: Jo Marsh, role: Host, group: Cast, link: https://a.example, picture: https://b.example/c.jpg }\n  - { name: Ada, url: https://c.example }\n---\n';
    const { people } = parseDetails(source, 'episode.md').details;
    expect(people).toEqual([
      justNamed('Rich'),
      {
        name: 'Jo Marsh',
        role: 'host',
        group: 'cast',
        url: 'https://a.example',
        picture: { url: 'https://b.example/c.jpg' },
        bio: null,
      },
      { ...justNamed('Ada'), url: 'https://c.example' },
    ]);
  });

  test.each([
    ['a broken line', '---\ntitle: Fine\ntags: [a, b\n---\n', 3],
    ['a wrong value', '---\ntitle: Fine\nexplicit: perhaps\n---\n', 3],
    ['a date that is none', '---\ntitle: Fine\n\ndate: soon\n---\n', 4],
    ['a day that does not exist', '---\ntitle: Fine\ndate: 2026-02-30\n---\n', 3],
    ['a field twice', '---\ntitle: Fine\ntitle: Finer\n---\n', 3],
    ['a number for a date', '---\ntitle: Fine\ndate: 2026\n---\n', 3],
    ['a language that is none', '---\ntitle: Fine\nlanguage: en_US\n---\n', 3],
    ['an address that is none', '---\npeople:\n  - name: Ada\n    url: ftp://a\n---\n', 4],
  ])('with %s is refused with its line', (_what, source, line) => {
    const error = failure(source);
    expect(error).toBeInstanceOf(AlongsideError);
    expect(error.code).toBe('details_invalid');
    expect(error.facts).toMatchObject({ file: 'episode.md', line });
  });

  test('cannot explode through aliases', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}`}]`,
    ).join('\n');
    expect(() => parseDetails(`---\n${bomb}\n---\n`, 'episode.md')).toThrow();
  });
});

test('a field with nothing behind its colon is as if it were not there', () => {
  expect(parseDetails('---\ntitle:\nlanguage: en\n---\n', 'episode.md').details).toEqual({
    language: 'en',
  });
});

test('a label without a name is an error, not somebody called null', () => {
  expect(() => parseDetails('---\nspeakers:\n  R:\n---\n', 'episode.md')).toThrow(
    expect.objectContaining({
      code: 'details_invalid',
      facts: expect.objectContaining({ line: 3 }),
    }),
  );
});
