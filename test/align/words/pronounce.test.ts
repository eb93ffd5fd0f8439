import { expect, test } from 'vitest';
import { createPronouncer } from '../../../src/align/words/pronounce.ts';

const cmuPhones = new Set(
  'AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH'.split(
    ' ',
  ),
);

async function pronounce(language: string, sentence: string) {
  const ways = (await createPronouncer(language))(sentence.split(' '));
  return ways.map((word) => word.map((phones) => phones.join(' ')));
}

test('English words have all the pronunciations of the dictionary', async () => {
  expect(await pronounce('en', 'I read')).toEqual([['AY'], ['R EH D', 'R IY D']]);
});

test.each([
  ["Spotify's", /^S P .* Z$/],
  ["Willison's", /^W IH L IH S AH N Z$/],
  ['podcasts', /K AE S T S$/],
  ['tagging', /^T AE G IH NG$/],
  ['Café', /^K AH F EY$/],
  ['websocket', /^W EH B S AA K /],
  ['Zaqar', /^Z AE K AA R$/],
  ['PTL', /^P IY T IY EH L$/],
  ['$5', /^F AY V D AA L ER Z$/],
  ['Привет', /^P R IY V/],
])('English: %s', async (word, phones) => {
  expect((await pronounce('en', word))[0]?.[0]).toMatch(phones);
});

test('where a sentence is all in capitals they do not make letters of it', async () => {
  const [it] = await pronounce('en', 'IT WAS US AND THEM');
  expect(it?.[0]).toBe('IH T');
});

test.each([
  ['cs', 'Jiří řekl , že přišel', 'Y IH ZH IY / ZH EH K AH L / - / ZH EH / P SH IH SH EH L'],
  ['de', 'ich höre schöne Mädchen', 'IH HH / HH ER R AH / SH ER N AH / M EH D HH AH N'],
  ['fr', 'un bon vin blanc', 'ER / B AO / V EH / B L AA'],
  ['ru', 'как дела', 'K AA K / D EH L AA'],
])('%s is pronounced with the nearest English phones', async (language, sentence, phones) => {
  const words = await pronounce(language, sentence);
  const plain = phones.replaceAll('IH', 'IY');
  expect(words.map(([way]) => (way ?? '-').replaceAll('IH', 'IY')).join(' / ')).toBe(plain);
});

test('words that a voice runs together have phones each', async () => {
  const words = await pronounce('fr', 'Est-ce que vous avez ce qu’il y a de la maison ?');
  expect(words.map((ways) => ways.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
});

test('a language nobody knows is guessed from its letters', async () => {
  expect(await pronounce('tlh', 'Qapla’ шип 3 —')).toEqual([
    ['K AA P L AA'],
    ['SH IY P'],
    ['T AH'],
    [],
  ]);
});

test.each(['en', 'cs', 'tlh'])('whatever is spoken has phones of the set: %s', async (language) => {
  const words = '7 x 你好 مرحبا ŧ & % ٣ ß \ud800a constructor 1,23 <b> ʘ 𝒜 Ⅷ ꙮ ='.split(' ');
  words.push('a'.repeat(300));
  const pronounced = (await createPronouncer(language))(words);
  for (const [at, ways] of pronounced.entries()) {
    expect(ways.length, words[at]).toBeGreaterThan(0);
    expect(ways.length).toBeLessThanOrEqual(6);
    for (const phone of ways.flat()) expect(cmuPhones).toContain(phone);
  }
});

test('a sentence without end is pronounced to its end', async () => {
  const words = (await createPronouncer('cs'))(Array.from({ length: 150 }, () => 'ano'));
  expect(words.every(([way]) => way?.join(' ') === 'AA N AO')).toBe(true);
});
