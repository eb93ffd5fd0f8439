import { describe, expect, test } from 'vitest';
import { justNamed } from '../../src/episode/person.ts';
import type { Show } from '../../src/episode/show.ts';
import { slugFromTitle } from '../../src/markup/slug-from-title.ts';
import type { Tags } from '../../src/media/tags.ts';
import { dateInName, titleFromName } from '../../src/publish/file-name.ts';
import { chooseMetadata, type Sources } from '../../src/publish/metadata.ts';
import { newDecided } from '../../src/store/decided.ts';

const show = { language: 'cs', explicit: false, people: [] } as unknown as Show;
const noTags: Tags = {
  title: null,
  artist: null,
  album: null,
  date: null,
  description: null,
  comment: null,
  language: null,
  cover: null,
};
const now = new Date('2026-11-22T12:00:00Z');
const choose = (sources: Partial<Sources>) =>
  chooseMetadata(
    {
      decided: newDecided(),
      details: {},
      tags: noTags,
      show,
      recordingName: '2024-05-01_a talk.mp3',
      transcriptLanguage: null,
      ...sources,
    },
    now,
  ).metadata;
const option = (field: string, value: unknown, insteadOf: unknown = null) => ({
  ...newDecided(),
  options: { [field]: { value, insteadOf } },
});

describe('an episode’s fields', () => {
  test('come from the command, episode.md, the tags, the file name, in this order', () => {
    const tags = { ...noTags, title: 'Tagged' };
    const details = { title: 'Written' };
    const decided = option('title', 'Said', 'Written');
    expect(choose({ decided, details, tags }).title).toBe('Said');
    expect(choose({ details, tags }).title).toBe('Written');
    expect(choose({ tags }).title).toBe('Tagged');
    expect(choose({}).title).toBe('A talk');
  });

  test('that are edited by hand after an option was given follow the hand', () => {
    const decided = option('title', 'Said', 'Written');
    expect(choose({ decided, details: { title: 'Written anew' } }).title).toBe('Written anew');
  });

  test('keep an option when the hand takes its own word back', () => {
    const decided = option('title', 'Said', 'Written');
    expect(choose({ decided, details: {} }).title).toBe('Said');
  });

  test('always have a sensible value', () => {
    expect(choose({ recordingName: '.mp3' })).toMatchObject({
      title: 'Untitled',
      date: now.toISOString(),
      language: 'cs',
    });
    expect(choose({}).date).toBe('2024-05-01T00:00:00.000Z');
  });
});

describe('an episode’s people', () => {
  test('are those that episode.md lists, and nobody’s business else', () => {
    const people = [{ ...justNamed('Ada Finch'), role: 'host' }];
    expect(choose({ details: { people } }).people).toEqual(people);
    expect(choose({}).people).toBeNull();
  });

  test('that were noted before they had pictures are still read', () => {
    const decided = option('people', [{ name: 'Ada Finch', role: 'host', url: null }]);
    expect(choose({ decided }).people).toEqual([{ ...justNamed('Ada Finch'), role: 'host' }]);
  });

  test('by label are the option’s and episode.md’s together', () => {
    const decided = option('speakers', { R: 'Ruth Ansell' }, { F: 'Frank Moss' });
    expect(choose({ decided, details: { speakers: { F: 'Frank Moss' } } }).speakers).toEqual({
      R: 'Ruth Ansell',
      F: 'Frank Moss',
    });
  });
});

test.each([
  ['2024-05-01_rich-bowen on zaqar.mp3', 'Rich bowen on zaqar'],
  ['20240501.mp3', 'Untitled'],
  ['ROOM 101.WAV', 'ROOM 101'],
  ['Łódź.ogg', 'Łódź'],
])('the file name %s makes the title %s', (name, title) => {
  expect(titleFromName(name)).toBe(title);
});

test('a file name that begins with a number that is no date has no date', () => {
  expect(dateInName('20249901 talk.mp3')).toBeNull();
  expect(dateInName('12345678901.mp3')).toBeNull();
  expect(dateInName('2026-02-30 talk.mp3')).toBeNull();
  expect(dateInName('0026-02-03 talk.mp3')).toBeNull();
});

test.each([
  [
    'Rich Bowen & Flavio Percoco: Zaqar’s “Kilo” cycle',
    'rich-bowen-and-flavio-percoco-zaqars-kilo-cycle',
  ],
  ['Čtvrtá řada', 'ctvrta-rada'],
  ['对话', 'otherwise'],
  ['../../etc/passwd', 'etc-passwd'],
])('the title %s makes the slug %s', (title, slug) => {
  expect(slugFromTitle(title, 'otherwise')).toBe(slug);
});
