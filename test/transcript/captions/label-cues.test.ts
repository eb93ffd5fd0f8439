import { describe, expect, test } from 'vitest';
import { readSrt } from '../../../src/transcript/captions/read-srt.ts';
import { readVtt } from '../../../src/transcript/captions/read-vtt.ts';
import { printReading } from '../print-reading.ts';

const timed = (cues: string[]) =>
  cues.map((text, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${text}\n`).join('\n');

const srt = (...cues: string[]) => readSrt(timed(cues));
const vtt = (...cues: string[]) => readVtt(`WEBVTT\n\n${timed(cues)}`);

const turnsOf = ({ transcript }: ReturnType<typeof srt>) =>
  transcript.turns.map(
    ({ speakers, paragraphs }) =>
      `${speakers.join()}: ${paragraphs.map(({ words }) => words.map(({ text }) => text).join(' ')).join('|')}`,
  );

describe('names in brackets', () => {
  test.each([
    ['with a colon', ['[SPEAKER_00]: Hello.', '[SPEAKER_01]: Hi.', '[SPEAKER_00]: So.']],
    ['without one', ['[SPEAKER_00] Hello.', '[SPEAKER_01] Hi.', '[SPEAKER_00] So.']],
  ])('are labels where they come again, %s', (_, cues) => {
    const turns = ['SPEAKER_00: Hello.', 'SPEAKER_01: Hi.', 'SPEAKER_00: So.'];
    expect(turnsOf(srt(...cues))).toEqual(turns);
    expect(turnsOf(vtt(...cues))).toEqual(turns);
  });

  test('a cue without one belongs to whoever spoke before', () => {
    expect(turnsOf(srt('[Ann] One', 'two.', '[Bo] Three.', '[Ann] Four.'))).toEqual([
      'Ann: One two.',
      'Bo: Three.',
      'Ann: Four.',
    ]);
  });

  test('are none where they are sounds, come once, or names with a colon stand beside them', () => {
    const sounds = ['[Music] One', '[Music] two', '[Applause] three', '[Applause] four'];
    expect(turnsOf(srt(...sounds))).toEqual([`: ${sounds.join(' ')}`]);
    expect(turnsOf(srt('[Ann] One', 'two', 'three'))).toEqual([': [Ann] One two three']);
    expect(turnsOf(srt('Ann: One.', '[Inside] Two.', 'Ann: Three.', '[Inside] Four.'))).toEqual([
      'Ann: One. [Inside] Two. Three. [Inside] Four.',
    ]);
  });

  test('a word that comes again alone on its caption is no name', () => {
    expect(turnsOf(srt('Yes', 'we', 'Yes', 'can', 'Yes', '[laughs] we'))).toEqual([
      ': Yes we Yes can Yes [laughs] we',
    ]);
  });
});

describe('marks of a new speaker', () => {
  test('stand before labels and are no words', () => {
    expect(turnsOf(srt('>> JANE: One.', 'Two.', '>>BO: Three.', '>>> JANE: Four.'))).toEqual([
      'JANE: One. Two.',
      'BO: Three.',
      'JANE: Four.',
    ]);
  });

  test('without a label they open a turn of somebody unknown, in a line too', () => {
    expect(turnsOf(srt('>> JANE: One? >> Two.', 'Three.', '>> JANE: Four.'))).toEqual([
      'JANE: One?',
      ': Two. Three.',
      'JANE: Four.',
    ]);
  });

  test('alone on a line they hold for the next one', () => {
    expect(turnsOf(srt('Ann: One.', '>>', 'Two.', 'Ann: Three.'))).toEqual([
      'Ann: One.',
      ': Two.',
      'Ann: Three.',
    ]);
  });

  test('where nobody is named they part paragraphs, and it is said once', () => {
    expect(printReading(vtt('&gt;&gt; One?', '&gt;&gt; Two.', 'Three.'))).toBe(
      '(nobody)\n  One?{0–1}\n  Two.{1–2} Three.{2–3}\n\n' +
        '! 3: The captions mark a new speaker with >>; the marks are read as that and left out.\n',
    );
  });

  test('arrows in a file where no line begins with one are text', () => {
    expect(turnsOf(srt('Type >> and', 'then <<.'))).toEqual([': Type >> and then <<.']);
  });
});

describe('what SubRip borrows', () => {
  test.each([
    ['references to characters', 'Q&amp;A &#39;on&#39; &lt;b&gt;', "Q&A 'on' <b>"],
    ['an ampersand is itself', '& AT&T &copy &nope;', '& AT&T &copy &nope;'],
    ['line ends of HTML', 'one<br>two<BR />three<br/>four', 'one two three four'],
    ['line ends of SubStation', String.raw`one\Ntwo`, 'one two'],
    ['a path has none', String.raw`see C:\News\New`, String.raw`see C:\News\New`],
  ])('%s', (_, text, read) => {
    expect(turnsOf(srt(text))).toEqual([`: ${read}`]);
  });

  test('a label may stand behind a line end', () => {
    expect(turnsOf(srt('Ann: One.<br>Bo: Two.', String.raw`Ann: Three.\NBo: Four.`))).toEqual([
      'Ann: One.',
      'Bo: Two.',
      'Ann: Three.',
      'Bo: Four.',
    ]);
  });

  test('readings above characters are left out, and it is said once', () => {
    const cue = '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>';
    expect(printReading(srt(cue, cue))).toBe(
      '(nobody)\n  漢字{0–1} 漢字{1–2}\n\n' +
        '! 1: Reading aids above characters: left out. The same goes for 1 more.\n',
    );
  });
});
