import { describe, expect, test } from 'vitest';
import { searchIn } from '../../src/player/hits.ts';

const found = (text: string, query: string) =>
  searchIn([() => text])(query).map(({ start, end }) => text.slice(start, end));

describe('the search of a page', () => {
  test.each([
    ['Opinionated storage', 'opinionated STORAGE', ['Opinionated storage']],
    ['Příliš žluťoučký kůň', 'zlutoucky kun', ['žluťoučký kůň']],
    ['resume', 'résumé', ['resume']],
    ['cafe\u0301 and tea', 'café', ['cafe\u0301']],
    ['by e-mail, by email', 'email', ['e-mail', 'email']],
    ['by e-mail, by email, e mail', 'e-mail', ['e-mail', 'email', 'e mail']],
    ['word-sync, wordsync', 'word sync', ['word-sync', 'wordsync']],
    ['a non\u2011breaking hyphen', 'non-breaking', ['non\u2011breaking']],
    ["don’t and don't", "don't", ['don’t', "don't"]],
    ['dont', 'don’t', ['dont']],
    ['the ﬁrst ﬁnding', 'fi', ['ﬁ', 'ﬁ']],
    ['Weißbier', 'weiss', ['Weiß']],
    ['Smørrebrød und Łódź', 'smorrebrod', ['Smørrebrød']],
    ['“Well,” she said', '"well', ['“Well']],
    ['word - sync', 'word-sync', ['word - sync']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['مَرْحَبًا بك', 'مرحبا', ['مَرْحَبًا']],
    ['東京タワー', '京', ['京']],
    ['say 🎉 twice 🎉', '🎉', ['🎉', '🎉']],
    ['a (b) [c] $d', '(b) [c]', ['(b) [c]']],
    ['one two', '  one   two  ', ['one two']],
    ['one two', 'three', []],
    ['one two', '   ', []],
    ['one two', '-', []],
  ])('in “%s” looks for “%s”', (text, query, hits) => {
    expect(found(text, query)).toEqual(hits);
  });

  test('a query as long as a book ends soon', () => {
    expect(found('a-'.repeat(20_000), 'a'.repeat(50_000))).toHaveLength(66);
  });

  test('says which text', () => {
    const search = searchIn([() => 'bees', () => 'no', () => 'bees and bees']);
    expect(search('bees').map(({ unit }) => unit)).toEqual([0, 2, 2]);
  });
});
