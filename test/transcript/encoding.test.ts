import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { decode } from '../../src/transcript/encoding/decode.ts';

const text = 'R: Žofie’s café – “ne” …\nF: 你好, 😀!\n';
const western =
  'R: C’est une émission où nous parlons français. Ça va très bien, merci, à bientôt.\n';

describe('an encoding that can be told', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', iconv.encode(text, 'utf-16le')],
    ['UTF-16 BE without a mark', iconv.encode(text, 'utf-16be')],
  ])('%s is read as it was written', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text, problems: [] });
  });

  test.each(['latin1', 'windows-1252'])('%s is recognised, and said to be', (encoding) => {
    const given = encoding === 'latin1' ? western.replace('’', "'") : western;
    const decoded = decode(iconv.encode(`One\n${given}`, encoding));
    expect(decoded.text).toBe(`One\n${given}`);
    expect(decoded.problems).toEqual([
      { line: 2, message: 'The file is not UTF-8; it was read as windows-1252.' },
    ]);
  });

  test.each([
    ['windows-1251', 'Сегодня мы говорим о пчёлах. Спасибо, что пригласили меня.'],
    ['KOI8-U', 'Сегодня мы говорим о пчелах. Спасибо, что пригласили меня.'],
    ['windows-1253', 'Σήμερα μιλάμε για τις μέλισσες. Ευχαριστώ για την πρόσκληση.'],
    ['windows-1255', 'היום אנחנו מדברים על דבורים ועל האנשים שמגדלים אותן.'],
    ['windows-1256', 'اليوم نتحدث عن النحل وعن الناس الذين يربونه في الجبل.'],
    ['windows-874', 'วันนี้เราจะพูดคุยเกี่ยวกับผึ้งและชีวิตของผู้คน ขอบคุณมากครับ'],
    ['Shift_JIS', '今日は蜂と人々の暮らしについてお話しします。ありがとうございます。'],
    ['EUC-JP', '今日は蜂と人々の暮らしについてお話しします。ありがとうございます。'],
    ['GB18030', '今天我们来谈谈蜜蜂以及它们如何改变人们的生活。谢谢你们的邀请。'],
    [
      'Big5',
      '大家好，今天我們來談談蜜蜂，以及牠們如何改變人們的生活。謝謝你們的邀請，我很高興能來到這裡，和大家說說我的故事。',
    ],
    ['CP949', '오늘은 꿀벌과 사람들의 생활에 대해 이야기합니다. 초대해 주셔서 감사합니다.'],
    ['ISO-8859-2', 'Dnes budeme mluvit o včelách. Děkuji za pozvání, že tu mohu být.'],
    ['ISO-8859-2', 'Dziś będziemy mówić o pszczołach. Dziękuję, że tu jesteś, to świetnie.'],
  ])('%s is recognised among English: %s', (encoding, words) => {
    const english = 'A: Now listen to this, it is what we heard on the way home.\n'.repeat(20);
    const given = `${english}B: ${words}\n`;
    const decoded = decode(iconv.encode(given, encoding));
    expect(decoded.text).toBe(given);
    expect(decoded.problems.map(({ line }) => line)).toEqual([21]);
  });

  test.each([
    'مرحبا بكم',
    'שלום לכולם',
    'नमस्ते दोस्तों',
    'สวัสดีครับ',
    '大家好',
    'こんにちは',
    '안녕하세요',
    'Καλημέρα σας',
    'Здравствуйте',
    'ሰላም ለሁላችሁ',
  ])('a short cue is read in UTF-8 and UTF-16, with a mark or without: %s', (words) => {
    const given = `1\n00:00:00,000 --> 00:00:01,000\n${words}\n`;
    for (const encoding of ['utf8', 'utf-16le', 'utf-16be']) {
      for (const addBOM of [true, false]) {
        expect(decode(iconv.encode(given, encoding, { addBOM })).text).toBe(given);
      }
    }
  });

  test('UTF-16 without a mark is read though it has hardly a zero', () => {
    const given = '今日は蜂について話します。ありがとうございます。\nとても嬉しいです。\n';
    expect(decode(iconv.encode(given, 'utf-16le')).text).toBe(given);
  });

  test.each([
    ['macintosh', 'Buenos días, señor. ¿Qué tal? Hoy hablamos de la música, ¿verdad?'],
    ['cp850', 'Il a été très heureux là-bas, ça c’est sûr.'.replace('’', "'")],
    ['cp866', 'Сегодня мы говорим о пчелах. Спасибо, что пригласили меня.'],
  ])('%s is refused rather than read wrong', (encoding, words) => {
    expect(errorOf(iconv.encode(words, encoding)).code).toBe('transcript_bad_encoding');
  });

  test('a short text in Latin-1 is recognised too', () => {
    expect(decode(Buffer.from('A: un café', 'latin1')).text).toBe('A: un café');
  });
});

describe('a bad byte', () => {
  test.each([
    ['one byte among good UTF-8', [...Buffer.from('Žofie:\ncafé '), 0xff, 0x41], 15, 2, 'UTF-8'],
    ['a character cut off at the end', [...Buffer.from('é\ré\r\n'), 0xe2, 0x82], 8, 3, 'UTF-8'],
    [
      'a byte that no old encoding has there',
      [...Buffer.from('Hello '), 0x81, 0x8d],
      7,
      1,
      'UTF-8',
    ],
    ['a lone surrogate', [0xff, 0xfe, 0x41, 0, 0x0a, 0, 0, 0xd8, 0x41, 0], 7, 2, 'UTF-16'],
    ['half a unit', [0xfe, 0xff, 0, 0x41, 0], 5, 1, 'UTF-16'],
  ])('is refused with its place: %s', (_, bytes, at, line, encoding) => {
    const error = errorOf(Uint8Array.from(bytes));
    expect(error.code).toBe('transcript_bad_encoding');
    expect(error.message).toBe(
      `Byte ${at} of the file, in line ${line}, is not valid ${encoding}.`,
    );
    expect(error.facts.line).toBe(line);
  });

  test('is not made of a replacement mark that was in the text', () => {
    expect(decode(Buffer.from('a \uFFFD b')).text).toBe('a \uFFFD b');
    expect(decode(iconv.encode('a \uFFFD b', 'utf-16le', { addBOM: true })).text).toBe(
      'a \uFFFD b',
    );
  });
});

describe('a file that is no text', () => {
  test.each([
    ['a PDF document', '%PDF-1.7\n'],
    [
      'a Word document (.docx)',
      'PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml word/document.xml',
    ],
    ['an OpenDocument file', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'],
    ['a packed archive', 'PK\x03\x04transcript.txt'],
    ['a rich text document (RTF)', '{\\rtf1\\ansi'],
    ['a picture', '\x89PNG\r\n\x1a\n'],
    ['a picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a recording', 'ID3\x04\0\0'],
    ['a recording', '\xff\xfb\x90\x64'],
    ['a recording', 'RIFF\x24\0\0\0WAVEfmt '],
    ['a recording', '\0\0\0\x20ftypM4A '],
  ])('is called what it is: %s', (what, bytes) => {
    const error = errorOf(Buffer.from(bytes, 'latin1'));
    expect(error.code).toBe('transcript_not_text');
    expect(error.message).toBe(`This is ${what}, not plain text.`);
    expect(error.facts.remedy).not.toBe('');
  });

  test('is refused when it is unknown data', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 7) % 256);
    expect(errorOf(noise).code).toBe('transcript_not_text');
    expect(errorOf(new Uint8Array(100)).code).toBe('transcript_not_text');
  });
});

test('a file of nothing but white space is empty', () => {
  expect(errorOf(new Uint8Array()).code).toBe('transcript_empty');
  expect(errorOf(Buffer.from('\uFEFF \r\n\t')).code).toBe('transcript_empty');
});

test('any text in UTF-8 comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      const given = `R: ${words} and so on and on`;
      expect(decode(Buffer.from(given)).text).toBe(given);
    }),
    { seed: 1969 },
  );
});

test('any bytes are text without new replacement marks, or an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      const had = Buffer.from(bytes).includes(Buffer.from('\uFFFD'));
      const decoded = attempt(bytes);
      if (decoded instanceof AlongsideError) expect(decoded.code).toMatch(/^transcript_/);
      else if (!had) expect(decoded).not.toContain('\uFFFD');
    }),
    { seed: 1969, numRuns: 500 },
  );
});

function attempt(bytes: Uint8Array): string | AlongsideError {
  try {
    return decode(bytes).text;
  } catch (error) {
    if (error instanceof AlongsideError) return error;
    throw error;
  }
}

function errorOf(bytes: Uint8Array): AlongsideError {
  const error = attempt(bytes);
  if (typeof error === 'string') throw new Error(`It was read as ${error}`);
  return error;
}
