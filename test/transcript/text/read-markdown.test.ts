import { describe, expect, test } from 'vitest';
import { looksLikeMarkdown, readMarkdown } from '../../../src/transcript/text/read-markdown.ts';
import { printTurns as turns } from '../print-turns.ts';

const read = (text: string) => turns(readMarkdown(text));

describe('labels', () => {
  test.each([
    ['the colon in the bold', '**Ann Lee:** One\n\n**Bo:** Two'],
    ['the colon after it', '**Ann Lee**: One\n\n**Bo** : Two'],
    ['underscores', '__Ann Lee:__ One\n\n__Bo__: Two'],
    ['the text below', '**Ann Lee:**\n\nOne\n\n**Bo:**\nTwo'],
    ['a heading', '## **Ann Lee:** One\n\n### **Bo:**\n\nTwo'],
    ['slips of the star', '***Ann Lee:** One\n\n**:Bo** Two'],
    ['no blank line between', '**Ann Lee:** One\n**Bo:** Two'],
    ['a time in the label', '**Ann Lee (0:01):** One\n\n**[0:02] Bo:** Two'],
  ])('%s', (_form, text) => {
    const said = readMarkdown(text).transcript.turns.map(({ speakers }) => speakers.join());
    expect(said).toEqual(['Ann Lee', 'Bo']);
  });

  test.each(['Mira B. Reed, Psy.D', 'Łukasz Ł.', '$ECHO', 'Airplane!', 'J.R. "Bob" Ng', 'Žofie✌'])(
    '%s is one',
    (label) => {
      expect(read(`**${label}:** One\n\n**Bo:** Two`)[0]).toBe(`${label}|One`);
    },
  );

  test('a name in bold without a colon counts where it has one elsewhere', () => {
    expect(read('**Ann:** One\n\n**Bo:** Two\n\n**Ann** Three. **Not this** one.')).toEqual([
      'Ann|One',
      'Bo|Two',
      'Ann|Three. Not this one.',
    ]);
  });

  test('names alone on their lines need no colon when they come again', () => {
    expect(read('**Ann**\n\nOne\n\n**Bo**\n\nTwo\n\n**Ann**\n\nThree')).toEqual([
      'Ann|One',
      'Bo|Two',
      'Ann|Three',
    ]);
  });

  test('names may be headings, when they come again', () => {
    expect(read('# A talk\n\n## Ann\n\nOne\n\n## Bo\n\nTwo\n\n## Ann\n\nThree')).toEqual([
      '|A talk',
      'Ann|One',
      'Bo|Two',
      'Ann|Three',
    ]);
  });

  test('other headings are nobody’s, and whoever spoke goes on after them', () => {
    expect(read('**Ann:** One\n\n## On lamps\n\nTwo\n\n**Bo:** Three')).toEqual([
      'Ann|One',
      '|On lamps',
      'Ann|Two',
      'Bo|Three',
    ]);
  });

  test('one bold remark does not hide plain labels', () => {
    expect(read('**In short:** We talk.\n\nAnn: One.\n\nBo: Two.\n\nAnn: Three.')).toEqual([
      '|In short: We talk.',
      'Ann|One.',
      'Bo|Two.',
      'Ann|Three.',
    ]);
  });

  test('a title with a colon names nobody', () => {
    expect(read('# Inside it: tales\n\nAnn: One.\n\nBo: Two.\n\nAnn: Three.')[0]).toBe(
      '|Inside it: tales',
    );
  });

  test('a name in brackets before a colon defines no link', () => {
    expect(read('# A\n\n[Ann]: Hello.\n\n[Bo]: Hi.\n\n[Ann]: Bye.')).toEqual([
      '|A',
      'Ann|Hello.',
      'Bo|Hi.',
      'Ann|Bye.',
    ]);
  });

  test('a bold word in a quote or a list is nobody’s name', () => {
    expect(read('**Ann:** Days:\n\n- **Friday**: rain\n- **Monday**: sun')).toEqual([
      'Ann|Days:|Friday: rain|Monday: sun',
    ]);
  });

  test('without bold names labels are found as in plain text', () => {
    expect(read('# A talk\n\nAnn: One \\[laughs\\]\n\nBo: Two\n\nAnn: Three')).toEqual([
      '|A talk',
      'Ann|One [laughs]°',
      'Bo|Two',
      'Ann|Three',
    ]);
  });
});

describe('times', () => {
  test('go to the word after them, whatever stands between', () => {
    expect(
      read('**Ann:** \\[0:42\\] One\n\n\\[1:02:03\\]\n\nTwo [00:00:40.08] \\[2:00:01.5\\] three'),
    ).toEqual(['Ann|One{42}|Two{3723} three{7201.5}']);
  });

  test('may be half escaped or have a stray space', () => {
    expect(read('**Ann:** \\[\\\\00:39:46.14\\] One \\[00:40: 01.20\\\\\\] two')).toEqual([
      'Ann|One{2386.14} two{2401.2}',
    ]);
  });

  test('of four parts end in frames where the file has others', () => {
    expect(read('**Ann:** \\[19:00\\] One [00:19:38:01] two')).toEqual([
      'Ann|One{1140} two{1178.01}',
    ]);
  });

  test('that run against the others are left out with the line', () => {
    const { transcript, problems } = readMarkdown(
      '**Ann:** [1:00] a\n\n[1:10] b\n\n[0:30] c\n\n[2:00] d',
    );
    expect(turns({ transcript })).toEqual(['Ann|a{60}|b{70}|c|d{120}']);
    expect(problems).toEqual([
      { line: 5, message: 'A time here runs against the others; it is left out.' },
    ]);
  });

  test('that no word follows are reported', () => {
    expect(readMarkdown('**Ann:** One\n\n[3:00]').problems).toEqual([
      { line: 3, message: 'No words follow the time here; it is left out.' },
    ]);
  });

  test('that are none stay text', () => {
    const { transcript, problems } = readMarkdown('**Ann:** One \\[12:99\\] two');
    expect(turns({ transcript })).toEqual(['Ann|One [12:99]° two']);
    expect(problems[0]?.message).toBe('[12:99] is not a time; it is kept as it stands.');
  });
});

describe('stage directions', () => {
  test('stand in brackets, and their time is when they begin', () => {
    expect(read('**Ann:** One \\[inaudible 00:26:55\\] \\[she sings\\].')).toEqual([
      'Ann|One [inaudible{1615}° 00:26:55]° [she° sings].°',
    ]);
  });
});

describe('breaks', () => {
  test('part turns and keep their times', () => {
    expect(read('**Ann:** One\n\n**Break:** \\[34:58\\] to \\[35:30\\]\n\n**Ann:** Two')).toEqual([
      'Ann|One',
      '– Break 2098–2130',
      'Ann|Two',
    ]);
  });

  test('may be a label that nobody speaks under, or a line across the page', () => {
    expect(read('**Intro:**\n\n**Ann:** One\n\n* * *\n\nTwo\n\n**Outro:** \\[9:00\\]')).toEqual([
      '– Intro',
      'Ann|One',
      '–',
      '|Two',
      '– Outro 540',
    ]);
  });

  test('what follows one without a label is nobody’s', () => {
    expect(read('**Ann:** One\n\n**Break:** Our sponsor.\n\nGo there.\n\n**Ann:** Two')).toEqual([
      'Ann|One',
      '– Break',
      '|Our sponsor.|Go there.',
      'Ann|Two',
    ]);
  });
});

describe('the text', () => {
  test.each([
    ['a [link](https://a.example/b_(c) "title") here', 'a link here'],
    ['a [link][1] here\n\n[1]: https://a.example', 'a link here'],
    ['a [link](https://a.example/two words-b) here', 'a link here'],
    ['a [link]((https://a.example)) here (not)', 'a link here (not)'],
    ['[brackets](not a link', '[brackets](not a link'],
    ['[brackets](not a link)', '[brackets](not a link)'],
    ['![a picture](a.png)', 'a picture'],
    ['<https://a.example/b>', 'https://a.example/b'],
    ['*so* **very** _much_ ~~wrong~~', 'so very much wrong'],
    ['2 * 3 * 4, snake_case_name, a*b', '2 * 3 * 4, snake_case_name, a*b'],
    ['un*believ*able', 'unbelievable'],
    ['`a *b* \\[c` d', 'a *b* \\[c d'],
    ['``a ` b`` c', 'a ` b c'],
    ['AT&amp;T &lt;b&gt; &nosuch;', 'AT&T <b> &nosuch;'],
    ['\\*insert\\* 1\\. \\\\', '*insert* 1. \\'],
    ['a <b>bold</b> <!-- secret --> word', 'a bold word'],
    ['if a < b and c > d', 'if a < b and c > d'],
    ['> quoted\n> twice', 'quoted twice'],
    ['#hash #tag', '#hash #tag'],
    ['1. one\n2. two', '1. one|2. two'],
    ['```\ncode *here*\n```', 'code *here*'],
  ])('%j', (markdown, plain) => {
    expect(read(`**Ann:** x\n\n${markdown}`)).toEqual([`Ann|x|${plain}`]);
  });

  test('what it has besides words is reported once', () => {
    const { problems } = readMarkdown(
      '---\ntitle: A\nlang: cs\n---\n\n**Ann:** [a](b) [c](d) ![e](f)',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'The lines between --- are no part of the transcript; they are left out.',
      'Links are kept as their text; the addresses (2) are left out.',
      'Pictures are kept as their descriptions (1).',
    ]);
  });

  test('front matter names the language', () => {
    expect(readMarkdown('---\nlang: "pt-BR"\n---\n**Ann:** Oi').transcript.language).toBe('pt-BR');
  });
});

describe('what is taken for Markdown', () => {
  test.each([
    '**Ann:** Hi',
    '\n\n**Ann**: Hi',
    'Ann: \\[0:01\\] Hi',
    '# Talk\n\nAnn: Hi',
    '[a](https://b)',
  ])('%j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  test.each(['Ann: Hi', 'R: 2 * 3 ** 4', 'Ann: [laughs] Hi', '#1 is first'])('not %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
