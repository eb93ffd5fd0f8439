import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/episode/transcript.ts';
import { readPlainText } from '../../../src/transcript/text/read-plain-text.ts';

/** Each turn as `label|paragraph|paragraph`. */
function turns(text: string): string[] {
  return readPlainText(text).transcript.turns.map(({ speakers, paragraphs }) =>
    [
      speakers.join('+'),
      ...paragraphs.map(({ words }) => words.map((word) => word.text).join(' ')),
    ].join('|'),
  );
}

describe('turns', () => {
  test('lines are joined and blank lines part paragraphs', () => {
    expect(turns('R: One\ntwo\n\n  three\n \nfour\n\nF: Five')).toEqual([
      'R|One two|three|four',
      'F|Five',
    ]);
  });

  test('text before the first label is nobody’s', () => {
    expect(turns('Recorded in Lund.\n\nR: One\n\nF: Two\n\nR: Three')[0]).toBe(
      '|Recorded in Lund.',
    );
  });

  test('what one person says under several labels is one turn', () => {
    expect(turns('R: One\n\nR: Two\n\nF: Three')).toEqual(['R|One|Two', 'F|Three']);
  });

  test('a label alone on its line opens a turn', () => {
    expect(turns('Ann Lee:\nOne\n\nBo:\n\nTwo')).toEqual(['Ann Lee|One', 'Bo|Two']);
  });

  test('a label that nobody speaks under stays text, or is a break', () => {
    expect(turns('Ann: One\n\nBreak:\n\nAnn: Two\n\nEnd:')).toEqual(['Ann|One', 'Ann|Two|End:']);
  });

  test('a label with a slash is two people at once', () => {
    expect(turns('CDR / LMP: No.\nCDR: Yes.')).toEqual(['CDR+LMP|No.', 'CDR|Yes.']);
  });

  test('a line a turn needs no blank lines', () => {
    expect(turns('ann: hi\nbo: hi\n\nann: well\n\nbo: well')).toHaveLength(4);
    expect(turns('R: yes\nF: no\nR: yes\nF: no')).toHaveLength(4);
  });

  test('a label may lack the space after it when others have it', () => {
    expect(turns('R: One\n\nF: Two\n\nR:Three\n\nF: Four')[2]).toBe('R|Three');
  });
});

describe('a colon is no label', () => {
  test.each([
    ['in a sentence', 'There are two things: a lamp'],
    ['after a short one', 'The point is: nobody came'],
    ['after a word that leads a remark', 'Note: this is new'],
    ['before a numbered remark', 'Chapter 2: The lamp'],
    ['in an address', 'http://example.org/'],
    ['in a time', '10:30 in the morning'],
    ['in a path', 'C:\\lamp is where it is'],
    ['after punctuation', 'Well, Ann: you see'],
    ['beside labels that are initials', 'Zaqar: that was the dog'],
  ])('%s', (_, line) => {
    expect(turns(`R: One\n\n${line}\n\nF: Two\n\nR: Three\n\nF: Four`)).toEqual([
      `R|One|${line}`,
      'F|Two',
      'R|Three',
      'F|Four',
    ]);
    expect(turns(line)).toEqual([`|${line}`.replace(/^\|Zaqar: /, 'Zaqar|')]);
  });

  test('where hard wrapping brought a word to the start of a line', () => {
    expect(turns('Ann: I met her in the\nGarden: roses all over.\n\nBo: I see.')).toEqual([
      'Ann|I met her in the Garden: roses all over.',
      'Bo|I see.',
    ]);
  });
});

describe('labels of other kinds', () => {
  test.each([
    'Dr. J. Doe',
    'SPEAKER_01',
    'Speaker 2',
    'Ludwig van Beethoven',
    'Audience member',
    'Q',
    '主持人',
  ])('%s', (label) => {
    expect(turns(`${label}: One.\n\nEve: Two.`)).toEqual([`${label}|One.`, 'Eve|Two.']);
  });

  test('a space before the colon and a wide colon are read', () => {
    expect(turns('Luc : Oui.\n\n主持人：好。')).toEqual(['Luc|Oui.', '主持人|好。']);
  });
});

test('no word is lost but the labels', () => {
  const piece = fc.constantFrom(
    ...[
      'R: ',
      'F: ',
      'Ann Lee:',
      'Note: ',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      'word',
      'Word: ',
      'a: b',
      ': ',
      '…',
      '10:30',
      '：',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const given = pieces.join('');
      const { transcript } = readPlainText(given);
      const labels = transcript.speakers.flatMap(({ label }) => [...label]);
      const missing = lettersMissing(
        given,
        [...wordsOf(transcript)].map(({ text }) => text).join(''),
      );
      expect(
        missing.filter(
          (letter) => !labels.includes(letter) && !'::/'.includes(letter) && letter !== '：',
        ),
      ).toEqual([]);
    }),
    { seed: 1969, numRuns: 500 },
  );
});

/** The letters of the text that the words, which must come in its order, do not have. */
function lettersMissing(text: string, words: string): string[] {
  const missing: string[] = [];
  let at = 0;
  const given = text.replace(/\s/g, '');
  for (const letter of given) {
    if (letter === words[at]) at += 1;
    else missing.push(letter);
  }
  expect(words.length - at).toBe(0);
  return missing;
}
