import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../../src/transcript/text/read-plain-text.ts';
import { printTurns } from '../print-turns.ts';

const read = (text: string) => printTurns(readPlainText(text));

const hello = ['Ann Lee|Hello.{12}', 'Bo|Hi.{21}', 'Ann Lee|Bye.{40}'];

describe('names and times', () => {
  test.each([
    [
      'a time between name and colon',
      'Ann Lee (00:12): Hello.\nBo [00:21]: Hi.\nAnn Lee (0:40): Bye.',
    ],
    ['the text below', 'Ann Lee (00:12):\nHello.\n\nBo (00:21):\nHi.\n\nAnn Lee (0:40):\nBye.'],
    ['no colon', 'Ann Lee  0:12  \nHello.\n\nBo  0:21  \nHi.\n\nAnn Lee  0:40  \nBye.'],
    [
      'name and time on lines of their own',
      'Ann Lee\n0:12\nHello.\n\nBo\n0:21\nHi.\n\nAnn Lee\n0:40\nBye.',
    ],
    ['a time before the name', '00:12 Ann Lee: Hello.\n00:21 Bo: Hi.\n00:40 Ann Lee: Bye.'],
    ['in square brackets', '[00:12] Ann Lee: Hello.\n\n[00:21] Bo: Hi.\n\n[00:40] Ann Lee: Bye.'],
    ['in round ones', '(0:12) Ann Lee: Hello.\n(0:21) Bo: Hi.\n(0:40) Ann Lee: Bye.'],
    [
      'above the turn',
      '[00:00:00:12]\nAnn Lee: Hello.\n\n[00:00:00:21]\nBo: Hi.\n\n[00:00:00:40]\nAnn Lee: Bye.',
    ],
    [
      'alone behind the colon',
      'Ann Lee: 0:12\n\nHello.\n\nBo: 0:21\n\nHi.\n\nAnn Lee: 0:40\n\nBye.',
    ],
    ['round behind the colon', 'Ann Lee: (0:12) Hello.\n\nBo: (0:21) Hi.\n\nAnn Lee: (0:40) Bye.'],
    [
      'no colon, and the text behind',
      'Ann Lee (0:12) Hello.\n\nBo (0:21) Hi.\n\nAnn Lee (0:40) Bye.',
    ],
    [
      'columns',
      'Ann Lee\t0:12\tHello.\nBo\t0:21\tHi.\nAnn Lee\t0:40\tBye.'.replaceAll('\t', '   '),
    ],
    ['behind the colon', 'Ann Lee: [0:12] Hello.\n\nBo: [0:21] Hi.\n\nAnn Lee: [0:40] Bye.'],
    [
      'to the hundredth',
      '[00:00:12.00] Ann Lee: Hello.\n[0:21.0] Bo: Hi.\n[00:00:40] Ann Lee: Bye.',
    ],
  ])('%s', (_form, text) => {
    expect(read(text)).toEqual(hello);
  });

  test('a span gives the end too', () => {
    expect(read('00:01 - 00:05\nAnn: Hello there.\n\n00:06 - 00:09\nBo: Hi.')).toEqual([
      'Ann|Hello{1} there.{–5}',
      'Bo|Hi.{6–9}',
    ]);
  });

  test('times of the day are left out, the names beside them stay', () => {
    const { transcript, problems } = readPlainText(
      '[Ann Lee] 14:01:02\nHello.\n\n[Bo] 14:01:09\nHi.\n\n[Ann Lee] 14:02:10\nBye.',
    );
    expect(printTurns({ transcript })).toEqual(['Ann Lee|Hello.', 'Bo|Hi.', 'Ann Lee|Bye.']);
    expect(problems).toEqual([
      {
        line: 1,
        message:
          'The times beside the names are those of the day, not of the recording; they are left out.',
      },
    ]);
  });

  test('times without names are nobody’s', () => {
    expect(read('0:00\nhello and\n0:04\nwelcome to\n0:09\nthe show')).toEqual([
      '|hello{0} and welcome{4} to the{9} show',
    ]);
  });
});

describe('names without a colon', () => {
  test.each([
    ['in brackets', '[Ann] One.\n\n[Bo] [laughs] Two.\n\n[Ann] Three.'],
    ['in brackets on their lines', '[Ann]\nOne.\n\n[Bo]\n[laughs] Two.\n\n[Ann]\nThree.'],
    ['on their lines', 'Ann\nOne.\n\nBo\n[laughs] Two.\n\nAnn\nThree.'],
  ])('%s', (_form, text) => {
    expect(read(text)).toEqual(['Ann|One.', 'Bo|[laughs]° Two.', 'Ann|Three.']);
  });

  test('a sound in brackets is nobody', () => {
    expect(read('[Music] One\n\n[Music] Two')).toEqual(['|[Music]° One|[Music]° Two']);
  });
});

describe('what is no time', () => {
  test('a number that is said', () => {
    expect(read('Ann: The record was\n48:15. It was 10:30 when\n\nBo: 11:15 I think.')).toEqual([
      'Ann|The record was 48:15. It was 10:30 when',
      'Bo|11:15 I think.',
    ]);
  });
});

describe('what is not said', () => {
  test('page marks and the transcriber’s line are left out and reported', () => {
    const { transcript, problems } = readPlainText(
      'Ann: One\n_page : 2\nand two.\n\nBo: Three.\n\nAnn: Four.\n\nTranscribed by https://otter.ai',
    );
    expect(printTurns({ transcript })).toEqual(['Ann|One and two.', 'Bo|Three.', 'Ann|Four.']);
    expect(problems).toEqual([
      { line: 2, message: 'Page marks: left out.' },
      { line: 9, message: 'The line that names the transcriber: left out.' },
    ]);
  });

  test('in parentheses only what names a sound is a direction', () => {
    expect(read('Ann: (Sings) Well (as they say) fine (laughs). *sighs* Yes.')).toEqual([
      'Ann|(Sings)° Well (as they say) fine (laughs).° *sighs*° Yes.',
    ]);
  });

  test('breaks part turns', () => {
    expect(
      read('Break: [12:10] to [13:00]\n\nAnn: One\n\nBreak:\n\nAnn: Two\n\n-----\n\nBo: Three'),
    ).toEqual(['– Break 730–780', 'Ann|One', '– Break', 'Ann|Two', '–', 'Bo|Three']);
  });
});

describe('labels of other kinds', () => {
  test.each([
    [
      'LEILA NG, HOST: One.\n\nOLAF PETTER, BYLINE: Two.\n\nNG: Three.\n\nPETTER: Four.\n\nNG: Five.',
      'LEILA NG, HOST',
    ],
    [
      'Ng, Leila: One.\n\nPetter, Olaf: Two.\n\nNg, Leila: Three.\n\nPetter, Olaf: Four.',
      'Ng, Leila',
    ],
    [
      'Prof. Dr. med. Ada von der Au: One.\n\nBo: Two.\n\nProf. Dr. med. Ada von der Au: Three.',
      'Prof. Dr. med. Ada von der Au',
    ],
    ['- Ann: One.\n- Bo: Two.\n- Ann: Three.', 'Ann'],
    ['Q. One?\n\nA. Two.\n\nQ. Three?\n\nA. Four.', 'Q'],
    ['Q  One?\n\nMR. NG: Two.\n\nQ  Three?\n\nMR. NG: Four.', 'Q'],
  ])('%j', (text, label) => {
    const { turns } = readPlainText(text).transcript;
    expect(turns[0]?.speakers).toEqual([label]);
    expect(turns.length).toBeGreaterThan(2);
  });

  test('what stands in brackets behind a name that also stands without belongs to the text', () => {
    expect(read('Ann: One.\n\nBo: Two.\n\nAnn (laughs): Three.')).toEqual([
      'Ann|One.',
      'Bo|Two.',
      'Ann|(laughs)° Three.',
    ]);
  });

  test('a role with a name behind it, above everybody, is nobody’s label', () => {
    expect(read('Guest: Bo Tan\n\nAnn: One.\n\nBo: Two.\n\nAnn: Three.')).toEqual([
      '|Guest: Bo Tan',
      'Ann|One.',
      'Bo|Two.',
      'Ann|Three.',
    ]);
  });

  test.each([
    ['an address', 'Talk: https://a.example/b\n\nHere it is.'],
    ['a sentence without spaces', '其次我想说一句话：谢谢大家。\n\n好的。'],
    [
      'two words of a recipe',
      'A cake\n\nFlour: some.\n\nMix it.\n\nBake it.\n\nCream: more.\n\nEat it.',
    ],
  ])('%s is none', (_what, text) => {
    expect(readPlainText(text).transcript.speakers).toEqual([]);
  });
});
