import { describe, expect, test } from 'vitest';
import { soundCues } from '../../src/transcript/captions/cue.ts';
import { cuesInVtt, looksLikeVtt } from '../../src/transcript/captions/cues-in-vtt.ts';
import { readVtt } from '../../src/transcript/captions/read-vtt.ts';
import { printReading } from './print-reading.ts';

const cuesIn = (text: string) => soundCues(cuesInVtt(text).cues);

describe('the signature', () => {
  test.each(['WEBVTT', 'WEBVTT\n', 'WEBVTT\t\n', 'WEBVTT and more\r\n', '\n\nWEBVTT\n'])(
    '%j is one',
    (text) => {
      expect(looksLikeVtt(text)).toBe(true);
    },
  );

  test.each(['WEBVT', 'WEBVTT2', 'webvtt', 'a WEBVTT'])('%j is none', (text) => {
    expect(looksLikeVtt(text)).toBe(false);
  });
});

describe('a cue as the standard has it', () => {
  test('has identifier, times and text as written', () => {
    const text = 'WEBVTT\n\n my id \n00:01.000 --> 1:00:02.500 line:0\n<i>One</i> &amp;\n two\n\n';
    expect(cuesIn(text)).toEqual([
      { id: ' my id ', start: 1, end: 3602.5, text: '<i>One</i> &amp;\n two' },
    ]);
  });

  test('needs no blank line before it, and a line with an arrow ends the one above', () => {
    const text = 'WEBVTT\n00:00.000 --> 00:01.000\none\nx-->\n00:01.000 --> 00:02.000\ntwo';
    expect(cuesIn(text).map((cue) => cue.text)).toEqual(['one', 'two']);
  });

  test.each(['\n', '\r\n', '\r'])('has lines that end with %j', (end) => {
    const text = ['WEBVTT', '', 'a', '00:00.000 --> 00:01.000', 'one', 'two', ''].join(end);
    expect(cuesIn(text)).toEqual([{ id: 'a', start: 0, end: 1, text: 'one\ntwo' }]);
  });

  test.each([
    '00:00:00.000 -->00:00:01.000',
    '\t00:00.000-->00:01.000',
    '000:00:00.000 --> 00:00:01.000garbage',
    '0:00:00.000 --> 00:00:01.000',
  ])('may be timed so: %j', (times) => {
    expect(cuesIn(`WEBVTT\n\n${times}\ntext`)).toHaveLength(1);
  });

  test.each([
    '00:00:00,000 --> 00:00:01,000',
    '0:00.000 --> 00:01.000',
    '000:00.000 --> 00:01.000',
    '00:60.000 --> 01:01.000',
    '00:00.0000 --> 00:01.000',
    '00:00.00 --> 00:01.000',
    '-00:00.000 --> 00:01.000',
    '00:00.000 -> 00:01.000 -->',
    '00:00.000 --> 00:01.0000',
    '-->',
  ])('may not be timed so, but its words are kept: %j', (times) => {
    const text = `WEBVTT\n\n${times}\ntext`;
    expect(cuesIn(text)).toEqual([]);
    const { transcript, problems } = readVtt(text);
    expect(transcript.turns[0]?.paragraphs[0]?.words[0]?.text).toBe('text');
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });

  test('has a replacement mark for a zero, as the standard asks', () => {
    expect(cuesIn('WEBVTT\n\n00:00.000 --> 00:01.000\na\0b')[0]?.text).toBe('a\uFFFDb');
  });
});

describe('a file that does not begin as the standard asks', () => {
  const body = '\n\n00:00.000 --> 00:01.000\ntext';

  test.each(['\nWEBVTT', '\tWEBVTT', 'WEBvtt', 'WEBVTT2', 'Web VTT', 'Some words'])(
    'has no cues, but its words are read: %j',
    (start) => {
      expect(looksLikeVtt(`${start}${body}`)).toBe(true);
      expect(cuesIn(`${start}${body}`)).toEqual([]);
      const { transcript, problems } = readVtt(`${start}${body}`);
      const words = transcript.turns[0]?.paragraphs[0]?.words.map(({ text }) => text);
      expect(words?.at(-1)).toBe('text');
      expect(problems[0]?.line).toBe(1);
    },
  );

  test('is left to the reader of SubRip where nothing says WebVTT', () => {
    expect(looksLikeVtt(body)).toBe(false);
    expect(looksLikeVtt(`1\n00:00:00,000 --> 00:00:01,000\ntext`)).toBe(false);
  });
});

describe('lines that belong to no cue', () => {
  const read = (lines: string) => {
    const { transcript, problems } = readVtt(`WEBVTT\n\n${lines}`);
    const words = transcript.turns.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((one) => one.words),
    );
    return [words.map(({ text }) => text).join(' '), problems.map(({ line }) => line)];
  };
  const cue = '00:00.000 --> 00:01.000\na\n';

  test.each([
    ['text after a blank line is kept', `${cue}\nb\nc\n`, ['a b c', [6]]],
    ['text above the first cue is kept', `A title\n\n${cue}`, ['A title a', [3]]],
    [
      'text with an arrow is kept',
      `${cue}click File --> Save\nb`,
      ['a click File --> Save b', [5]],
    ],
    ['a comment is not', `NOTE\nx\n\n${cue}`, ['a', []]],
    ['a comment after a blank line is not', `NOTE\nx\n\ny\n\n${cue}`, ['a', [6]]],
    ['a style and a region are not', `STYLE\nx {}\n\nREGION\nid:x\n\n${cue}`, ['a', []]],
    ['a number parted from its cue is not', `1\n\n${cue}`, ['a', []]],
    ['a setting above the cues is not', `Language: fr\n\n${cue}`, ['a', [3]]],
  ])('%s', (_, lines, expected) => {
    expect(read(lines)).toEqual(expected);
  });
});

describe('the text of a cue', () => {
  const read = (cue: string) =>
    printReading(readVtt(`WEBVTT\n\n00:01.000 --> 00:05.000\n${cue}\n`));

  test.each([
    ['a class on a voice', '<v.loud.first Ann Lee>Hi there', 'Ann Lee\n  Hi{1–} there{–5}\n\n'],
    ['a character reference in a name', '<v A&amp;B>Hi', 'A&B\n  Hi{1–5}\n\n'],
    [
      'a voice inside a voice',
      '<v A>One <v B>two</v> three',
      'A\n  One{1–}\n\nB\n  two\n\nA\n  three{–5}\n\n',
    ],
    [
      'a tag inside a word',
      'un<i>believ</i>able <b>!</b>',
      '(nobody)\n  unbelievable{1–} !{–5}\n\n',
    ],
    ['a tag over two lines', '<v\nAnn>Hi', 'Ann\n  Hi{1–5}\n\n'],
    ['a tag nobody knows', '<x.y z>a</x> b', '(nobody)\n  a{1–} b{–5}\n\n'],
    ['a bracket that opens nothing', '1 < 2 <3 <', '(nobody)\n  1{1–} < 2 <3 <{–5}\n\n'],
    [
      'numbers for characters',
      '&#65;&#x1F600; &#0; &nope;',
      '(nobody)\n  A😀{1–} \uFFFD &nope;{–5}\n\n',
    ],
    ['references without semicolon', 'AT&T, a &lt b', '(nobody)\n  AT&T,{1–} a < b{–5}\n\n'],
    [
      'a reading beside its characters, which is left out',
      '<ruby>漢<rt>kan</rt>語</ruby> <lang ja>字</lang>',
      '(nobody)\n  漢語{1–} 字{–5}\n\n! 3: Reading aids above characters: left out.\n',
    ],
    ['a reading that is never closed', 'a <rt>b c', '(nobody)\n  a{1–} b c{–5}\n\n'],
    ['a line end of HTML', 'one<br/>two', '(nobody)\n  one{1–} two{–5}\n\n'],
    ['a space by reference', 'a&nbsp;b', '(nobody)\n  a{1–} b{–5}\n\n'],
    [
      'times for words',
      'a <00:02.000><c>b</c> <00:03.000>c d',
      '(nobody)\n  a{1–} b{2–} c{3–} d{–5}\n\n',
    ],
  ])('%s', (_, cue, printed) => {
    expect(read(cue)).toBe(printed);
  });
});

describe('a cue without a voice', () => {
  const cues = (...texts: string[]) =>
    readVtt(
      `WEBVTT\n\n${texts.map((text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n`).join('\n')}`,
    ).transcript.turns.map(({ speakers }) => speakers.join());

  test('goes on with the voice before where voices stand only where they change', () => {
    expect(cues('<v A>a', 'b', '<v B>c', 'd')).toEqual(['A', 'B']);
  });

  test('is nobody’s where every cue names its voice', () => {
    expect(cues('<v A>a', '<v A>b', '[music]', '<v B>c')).toEqual(['A', '', 'B']);
  });

  test('is nobody’s where voices are closed', () => {
    expect(cues('<v A>a</v>', '[music]')).toEqual(['A', '']);
  });
});

test('a cue out of order loses its times, those inside it too, and keeps its words', () => {
  const cues = [
    '00:01.000 --> 00:02.000\na',
    '09:00.000 --> 09:02.000\nb <09:01.000>c',
    '00:02.000 --> 00:03.000\nd',
  ];
  const { transcript, problems } = readVtt(`WEBVTT\n\n${cues.join('\n\n')}`);
  expect(transcript.turns[0]?.paragraphs[0]?.words.map(({ start }) => start)).toEqual([
    1,
    null,
    null,
    2,
  ]);
  expect(problems.map(({ line }) => line)).toEqual([6]);
});

test('the language stands in the header or is not known', () => {
  const cue = '00:00.000 --> 00:01.000\na';
  expect(
    readVtt(`WEBVTT\r\nKind: captions\r\nLanguage: pt-BR\r\n\r\n${cue}`).transcript.language,
  ).toBe('pt-BR');
  expect(readVtt(`WEBVTT\n\nLanguage: fr\n\n${cue}`).transcript.language).toBeNull();
});

test('cues in the order of two speakers, one after the other, are sorted by time', () => {
  const text = `WEBVTT

00:00.000 --> 00:01.000
<v A>one

00:02.000 --> 00:03.000
<v A>three

00:04.000 --> 00:05.000
<v A>five

00:01.000 --> 00:02.000
<v B>two

00:03.000 --> 00:04.000
<v B>four
`;
  const { transcript, problems } = readVtt(text);
  expect(transcript.turns.map(({ paragraphs }) => paragraphs[0]?.words[0]?.text)).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
  ]);
  expect(problems).toEqual([
    { line: 12, message: 'The cues are not in order of time; they were sorted.' },
  ]);
});
