import { describe, expect, test } from 'vitest';
import { find } from './made-speech.ts';

/** What was heard as each word; null where it was left out. */
function heard(sound: string, sentence: string, windows?: { from: number; to: number }[]) {
  const way = find(sound, sentence, windows);
  return way?.words.map((word) => word && sound.slice(word.start, word.end));
}

describe('words are found', () => {
  test('in order, each phone of three frames or more', () => {
    expect(heard('ooonnnnnneeetttwwwooo', 'one two')).toEqual(['ooonnnnnneee', 'tttwwwooo']);
  });

  test('with rests before, between and behind them', () => {
    const sound = '     ooonnneee      tttwwwooo    ';
    const way = find(sound, 'one two');
    expect(way?.words).toMatchObject([
      { start: 5, end: 14, afterRest: true, beforeRest: true },
      { start: 20, end: 29, afterRest: true, beforeRest: true },
    ]);
  });

  test('without a rest where there is none', () => {
    expect(find('   ooonnneeetttwwwooo', 'one two')?.words).toMatchObject([
      { afterRest: true, beforeRest: false },
      { afterRest: false, beforeRest: false },
    ]);
    expect(find('ooonnneeetttwwwooo   ', 'one two')?.words).toMatchObject([
      { afterRest: false, beforeRest: false },
      { afterRest: false, beforeRest: true },
    ]);
  });

  test('in the pronunciation that is spoken', () => {
    expect(heard('iiitttbbbuuuttt', 'it dat|but')).toEqual(['iiittt', 'bbbuuuttt']);
    expect(heard('iiitttdddaaattt', 'it dat|but')).toEqual(['iiittt', 'dddaaattt']);
    expect(heard('iiitttuuu', 'it but|u|dat')).toEqual(['iiittt', 'uuu']);
  });

  test('where a phone is misheard', () => {
    expect(heard('ooonnneeetttvvvooo', 'one two')).toEqual(['ooonnneee', 'tttvvvooo']);
  });
});

describe('a word that is not spoken', () => {
  const [one, two, three, four] = ['ooonnneee', 'tttwwwooo', 'ttthhhrrreee', 'fffuuurrr'] as const;
  const long = 'kkklllaaarrriiinnneeettt';

  test('is left out in the middle, at the beginning and at the end', () => {
    expect(heard(one + three, `one klarinet thre`)).toEqual([one, null, three]);
    expect(heard(one + three, `klarinet one thre`)).toEqual([null, one, three]);
    expect(heard(one + three, `one thre klarinet`)).toEqual([one, three, null]);
  });

  test('is left out beside a rest', () => {
    expect(heard(`${one}     ${three}`, 'one klarinet thre')).toEqual([one, null, three]);
  });

  test('is left out with others', () => {
    const sentence = 'one klarinet klarinet klarinet klarinet two';
    expect(heard(one + two, sentence)).toEqual([one, null, null, null, null, two]);
    const apart = 'klarinet klarinet fonograf klarinet trompet klarinet klarinet';
    const [phonograph, trumpet] = ['fffooonnnooogggrrraaafff', 'tttrrrooommmpppeeettt'];
    const found = heard(`   ${phonograph}${trumpet}`, apart);
    expect(found).toEqual([null, null, phonograph, null, trumpet, null, null]);
  });

  test('costs less after another', () => {
    const none = find(one + two, 'one two')!.total;
    const once = find(one + two, 'one klarinet two')!.total;
    const twice = find(one + two, 'one klarinet klarinet two')!.total;
    expect([once - none, twice - once]).toEqual([-100, -35]);
  });

  test('may be every word', () => {
    expect(heard('xxxyyyzzzxxxyyyzzz', 'klarinet klarinet')).toEqual([null, null]);
  });

  test('has neighbours that are told of rests as they are', () => {
    const way = find(`${one}    ${four}`, 'one klarinet fur');
    expect(way?.words[0]).toMatchObject({ start: 0, end: 9, beforeRest: true });
    expect(way?.words[2]).toMatchObject({ start: 13, end: 22, afterRest: true });
  });

  test('is not left out where it is spoken', () => {
    expect(heard(one + long + two, 'one klarinet two')).toEqual([one, long, two]);
  });
});

describe('something that is not written', () => {
  const [one, two] = ['ooonnneee', 'tttwwwooo'] as const;
  const other = 'xxzqyvxjxyzvqjkxvzyq';

  test.each([
    ['between words', one + other + two, 9],
    ['before them', other + one + two, 0],
    ['behind them', one + two + other, 18],
  ])('%s is passed over', (_, sound, at) => {
    const way = find(sound, 'one two');
    expect(way?.words.map((word) => word && sound.slice(word.start, word.end))).toEqual([one, two]);
    expect(way?.strays).toEqual([{ start: at, end: at + other.length }]);
  });

  test('between rests is passed over', () => {
    const sound = `${one}    ${other}    ${two}`;
    const way = find(sound, 'one two');
    expect(way?.strays).toEqual([{ start: 13, end: 13 + other.length }]);
    expect(way?.words).toMatchObject([
      { start: 0, end: 9, beforeRest: true },
      { start: 37, end: 46, afterRest: true },
    ]);
  });

  test('in the place of a word is neither it nor its neighbours', () => {
    expect(heard(one + other + two, 'one klarinet two')).toEqual([one, null, two]);
  });
});

describe('how well a word fits', () => {
  test('is nothing for one that is spoken clearly', () => {
    const way = find('   ooonnneee   tttwwwooo', 'one two');
    for (const word of way?.words ?? []) expect(word?.fit).toBeCloseTo(0, 5);
  });

  test('is what its frames score less than the nearest phones, on average', () => {
    const way = find('ooonnneeetttvvvooo', 'one two');
    expect(way?.words[0]?.fit).toBeCloseTo(0, 5);
    expect(way?.words[1]?.fit).toBeCloseTo(-10 / 3, 5);
  });
});

describe('where words may be is heeded', () => {
  test('a word is not found outside its window, and found inside', () => {
    const sound = '   aaa   aaa   aaa   ';
    expect(find(sound, 'a')?.words[0]?.start).toBeDefined();
    expect(find(sound, 'a', [{ from: 8, to: 14 }])?.words[0]).toMatchObject({ start: 9, end: 12 });
    expect(find(sound, 'a', [{ from: 14, to: 21 }])?.words[0]).toMatchObject({
      start: 15,
      end: 18,
    });
  });

  test('windows that overlap let every word be found', () => {
    const sound = 'aaa   bbb   ccc   ddd';
    const windows = [0, 6, 12, 18].map((at) => ({
      from: Math.max(0, at - 4),
      to: Math.min(21, at + 7),
    }));
    expect(find(sound, 'a b c d', windows)?.words.map((word) => word?.start)).toEqual([
      0, 6, 12, 18,
    ]);
  });
});

test('words that cannot be spoken in so little time are left out', () => {
  expect(heard('ooonn', 'one')).toEqual([null]);
  expect(heard('', 'one')).toEqual([null]);
});
