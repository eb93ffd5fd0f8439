import { expect, test, vi } from 'vitest';
import { openVoice } from '../../../src/align/voice/espeak.ts';

async function speak(language: string, text: string) {
  const voice = await openVoice(language);
  if (voice === null) throw new Error(`no voice speaks ${language}`);
  return voice.speak(text);
}

const ipaOf = ({ phones }: { phones: { ipa: string }[] }) => phones.map(({ ipa }) => ipa).join('');

test('a text becomes sound with its phones one after another', async () => {
  const { samples, sampleRate, phones } = await speak('en', 'a good day');
  const duration = samples.length / sampleRate;
  expect(duration).toBeGreaterThan(0.4);
  expect(phones.map(({ ipa }) => ipa)).toEqual(['ɐ', 'ɡ', 'ʊ', 'd', 'd', 'eɪ']);
  let last = 0;
  for (const { start, end } of phones) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(duration);
});

test('words and phones say where in the text they stand, pictures before them or not', async () => {
  const text = '😀 two  žluté days';
  const { words, phones } = await speak('en', text);
  const starts = ['two', 'žluté', 'days'].map((word) => text.indexOf(word));
  expect(words.map(({ textPosition }) => textPosition)).toEqual(starts);
  expect([...new Set(phones.map(({ textPosition }) => textPosition))]).toEqual(starts);
});

test('pauses are not phones, and the last phone before one ends where it begins', async () => {
  const { phones } = await speak('en', 'Yes. No.');
  const [before, after] = [phones[2], phones[3]];
  expect(before?.ipa).toBe('s');
  expect(after?.ipa).toBe('n');
  expect(after!.start - before!.end).toBeGreaterThan(0.1);
});

test('faster speech is shorter and has the same phones', async () => {
  const voice = await openVoice('cs');
  const [slow, fast] = [voice!.speak('dobrý den'), voice!.speak('dobrý den', 450)];
  expect(ipaOf(fast)).toBe(ipaOf(slow));
  expect(fast.samples.length).toBeLessThan(slow.samples.length * 0.7);
});

test.each([
  ['en', 'ɹoʊd', 'road'],
  ['en-GB', 'ɹəʊd', 'road'],
  ['es-ES', 'θinko', 'cinco'],
  ['es-AR', 'sinko', 'cinco'],
  ['pt', 'dʒi', 'dia'],
  ['pt-PT', 'di', 'dia'],
  ['zh-Hant', 'ni', '你'],
  ['zh-HK', 'nei', '你'],
  ['no', 'jɑ', 'ja'],
])('%s is spoken by the nearest voice', async (language, ipa, text) => {
  expect(ipaOf(await speak(language, text))).toContain(ipa);
});

test.each(['tlh', 'xx', '', 'not a tag', '../../en'])('no voice speaks %j', async (language) => {
  expect(await openVoice(language)).toBeNull();
});

test('markup is not obeyed', async () => {
  const { phones, samples } = await speak('en', 'one<break time="5s"/> [[t_u:]] two');
  expect(samples.length).toBeLessThan(22_050 * 5);
  expect(phones.map(({ ipa }) => ipa).slice(0, 3)).toEqual(['w', 'ʌ', 'n']);
  expect(ipaOf({ phones })).toContain('bɹeɪk');
});

test('nothing to say gives no phones', async () => {
  for (const text of ['', '   ', '—', '😀👩‍👩‍👧', '\u0000\ud800\udfff\u0007']) {
    expect((await speak('en', text)).phones).toEqual([]);
  }
});

test('what is not text does not end it before its time', async () => {
  expect(ipaOf(await speak('en', 'go \u0000\ud800\u001b go'))).toBe('ɡoʊɡoʊ');
});

test('nothing is printed', async () => {
  const log = vi.spyOn(console, 'log');
  await speak('cs', 'dobrý den');
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
