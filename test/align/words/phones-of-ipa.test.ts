import { expect, test } from 'vitest';
import { ipaPhones } from '../../../src/align/words/ipa-phones.ts';
import { phonesOfIpa } from '../../../src/align/words/phones-of-ipa.ts';

test.each([
  ['aɪ', 'AY'],
  ['ɑːɹ', 'AA R'],
  ['t͡ʃ', 'CH'],
  ['tʃʲ', 'CH'],
  ['ts', 'T S'],
  ['r̝̊', 'SH'],
  ['ɔ̃', 'AO'],
  ['ã', 'AA'],
  ['ç', 'HH'],
  ['bʰ', 'B'],
  ['s.', 'SH'],
  ['əl', 'AH L'],
  ['ʘa', 'AA'],
  ['ʲ', ''],
  ['1', ''],
  ['', ''],
  ['😀', ''],
])('%j sounds most like %j', (ipa, phones) => {
  expect(phonesOfIpa(ipa).join(' ')).toBe(phones);
});

test('sounds are found however their marks are encoded', () => {
  for (const sound of Object.keys(ipaPhones)) {
    expect(phonesOfIpa(sound.normalize('NFD')).join(' ')).toBe(ipaPhones[sound]);
  }
});
