import { expect, test } from 'vitest';
import { loadDictionary } from '../../../src/align/words/dictionary.ts';
import { isSpoken } from '../../../src/align/words/is-spoken.ts';
import { spokenForms } from '../../../src/align/words/spoken-forms.ts';

const { has } = await loadDictionary();
const formsOf = (text: string) => spokenForms(text, has).map((form) => form.join(' '));

test.each([
  ['2015', 'twenty fifteen', 'two thousand fifteen', 'two thousand and fifteen'],
  ['2005', 'two thousand five', 'twenty o. five'],
  ['1905', 'nineteen o. five'],
  ['1980s', 'nineteen eighties'],
  ['’90s', 'nineties'],
  ['1,300', 'one thousand three hundred', 'thirteen hundred'],
  ['4,000', 'four thousand'],
  ['404', 'four hundred four', 'four o. four'],
  ['100', 'one hundred', 'a hundred'],
  ['007', 'o. o. seven', 'zero zero seven'],
  ['3.5', 'three point five'],
  ['1.1', 'one point one', 'one dot one', 'one one'],
  ['.5', 'point five'],
  ['½', 'one half', 'a half'],
  ['2½', 'two and a half'],
  ['3/4', 'three quarters'],
  ['9/11', 'nine eleven'],
  ['24/7', 'twenty four seven'],
  ['1st', 'first'],
  ['22nd', 'twenty second'],
  ['-5', 'minus five'],
  ['#1', 'number one'],
  ['2:30', 'two thirty'],
  ['10:00', "ten o'clock", 'ten'],
  ['9am', 'nine a. m.'],
  ['10-15', 'ten to fifteen', 'ten fifteen'],
  ['555-1234', 'five five five one two three four'],
  ['1920x1080', 'nineteen twenty by one thousand eighty'],
])('a number: %s', (text, likeliest, ...others) => {
  expect(formsOf(text)[0]).toBe(likeliest);
  expect(formsOf(text)).toEqual(expect.arrayContaining(others));
});

test.each([
  ['6PB', 'six petabytes', 'six p. b.'],
  ['1kg', 'one kilogram'],
  ['50%', 'fifty percent'],
  ['$5', 'five dollars', 'five'],
  ['$1', 'one dollar'],
  ['$3.50', 'three dollars and fifty cents', 'three fifty'],
  ['€1.2bn', 'one point two billion euros'],
  ['10k', 'ten thousand', 'ten k.'],
])(
  'a number with its unit, a price with its currency after the number: %s',
  (text, likeliest, ...others) => {
    expect(formsOf(text)[0]).toBe(likeliest);
    expect(formsOf(text)).toEqual(expect.arrayContaining(others));
  },
);

test.each([
  ['PTL', 'p. t. l.'],
  ['US', 'u. s.', 'us'],
  ['NASA', 'nasa', 'n. a. s. a.'],
  ['RHEL', 'rhel', 'r. h. e. l.'],
  ['NOT', 'not'],
  ['U.S.', 'u. s.'],
  ['Ph.D.', 'p. h. d.'],
  ['OKRs', "o. k. r.'s"],
  ["RDO's", "r. d. o.'s"],
  ['II', 'two', 'the second'],
  ['I', 'i'],
  ['B', 'b.'],
])('capitals and letters: %s', (text, likeliest, ...others) => {
  expect(formsOf(text)[0]).toBe(likeliest);
  expect(formsOf(text)).toEqual(expect.arrayContaining(others));
});

test.each([
  ['Mr.', 'mister'],
  ['Dr.', 'doctor', 'drive'],
  ['vs.', 'versus'],
  ['(e.g.,', 'e. g.', 'for example'],
  ['&', 'and'],
  ['AT&T', 'a. t. and t.'],
  ['C++', 'c. plus plus'],
  ['No.', 'no', 'number'],
  ['no', 'no'],
])('what is written short: %s', (text, likeliest, ...others) => {
  expect(formsOf(text)[0]).toBe(likeliest);
  expect(formsOf(text)).toEqual(expect.arrayContaining(others));
});

test.each([
  ['OpenStack', 'open stack'],
  ['macOS', 'mac o. s.'],
  ['IPv6', 'i. p. v. six'],
  ['K8s', 'kubernetes'],
  ['node.js', 'node dot js', 'node js'],
  ['co-operate', 'cooperate', 'co operate'],
  ['and/or', 'and or', 'and slash or'],
  ['word—another', 'word another'],
  ['McDonald', 'mcdonald'],
  ['16-year-old', 'sixteen year old'],
  ['Q&A', 'q. and a.'],
])('words made of several: %s', (text, likeliest, ...others) => {
  expect(formsOf(text)[0]).toBe(likeliest);
  expect(formsOf(text)).toEqual(expect.arrayContaining(others));
});

test.each([
  ['https://example.org/talk', 'example dot org slash talk', 'example dot org'],
  ['www.example.com.', 'example dot com', 'w. w. w. dot example dot com'],
  ['rdoproject.org', 'r. d. o. project dot org'],
  ['user@host.org', 'user at host dot org'],
  ['@handle', 'at handle', 'handle'],
  ['#tag', 'hashtag tag', 'tag'],
])('an address: %s', (text, likeliest, ...others) => {
  expect(formsOf(text)[0]).toBe(likeliest);
  expect(formsOf(text)).toEqual(expect.arrayContaining(others));
});

test.each(['—', '…', '--', '“', '😀', '*', '', '|'])('%j is not spoken', (text) => {
  expect(isSpoken({ text })).toBe(false);
  expect(formsOf(text)).toEqual([]);
});

test('a stage direction is not spoken, its brackets or not', () => {
  expect(isSpoken({ text: '[laughter]', direction: true })).toBe(false);
  expect(isSpoken({ text: '(well)' })).toBe(true);
});

test('a word is said without the punctuation around it', () => {
  for (const text of ['“Hello,”', '(hello)', 'HELLO…', '*hello*', 'hello—', '¿hello?']) {
    expect(formsOf(text)[0]).toBe('hello');
  }
});

test('there are never more than six forms', () => {
  for (const text of [
    '1,2,3,4',
    '1-2-3-4-5',
    '2015/2016',
    'IT/US/UN/EU',
    '99.99%',
    'a/b/c/d/e/f',
  ]) {
    expect(formsOf(text).length).toBeGreaterThan(0);
    expect(formsOf(text).length).toBeLessThanOrEqual(6);
  }
});

test('names every object has are words like others', () => {
  for (const text of ['constructor', '__proto__', 'toString', 'valueOf']) {
    expect(formsOf(text).length).toBeGreaterThan(0);
  }
});

test('endless and hostile words are taken as they come', () => {
  for (const piece of [
    'a',
    '9',
    '1,',
    '1.',
    '-',
    'Ab',
    'x.y.',
    "'s",
    '/',
    '$',
    '½',
    '\ud800',
    '&',
  ]) {
    expect(() => formsOf(piece.repeat(20_000))).not.toThrow();
  }
});
