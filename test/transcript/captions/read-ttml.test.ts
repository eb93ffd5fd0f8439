import { describe, expect, test } from 'vitest';
import { AlongsideError } from '../../../src/episode/error.ts';
import { wordsOf } from '../../../src/episode/transcript.ts';
import { cuesInTtml, looksLikeXml, readTtml } from '../../../src/transcript/captions/read-ttml.ts';

function document(body: string, attributes = '', head = ''): string {
  return `<tt xmlns="http://www.w3.org/ns/ttml" ${attributes}>${head}<body><div>${body}</div></body></tt>`;
}

/** Each cue as start, end and text. */
function cues(text: string): [number | null, number | null, string][] {
  return cuesInTtml(text).cues.map((cue) => [cue.start, cue.end, cue.text]);
}

/** Start and end of the only cue. */
function times(attributes: string, root = ''): (number | null)[] {
  return cues(document(`<p ${attributes}>x</p>`, root))[0]!.slice(0, 2) as (number | null)[];
}

function turns(text: string): string[] {
  return readTtml(text).transcript.turns.map(({ speakers, paragraphs }) =>
    [
      speakers.join('+'),
      ...paragraphs.map(({ words }) => words.map((word) => word.text).join(' ')),
    ].join('|'),
  );
}

function problems(text: string): string[] {
  return readTtml(text).problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('times', () => {
  test.each([
    ['begin="00:00:01" end="01:00:02.5"', '', [1, 3602.5]],
    ['begin="1s" end="2500ms"', '', [1, 2.5]],
    ['begin="0.5m" end="0.01h"', '', [30, 36]],
    ['begin="1:02.250" end="63"', '', [62.25, 63]],
    ['begin="00:00:01:15" end="45f"', '', [1.5, 1.5]],
    ['begin="00:00:01:05" end="50f"', 'ttp:frameRate="25"', [1.2, 2]],
    ['begin="0s" end="30f"', 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', [0, 1.001]],
    ['begin="0t" end="25000000t"', 'ttp:tickRate="10000000"', [0, 2.5]],
    ['begin="00:00:01:00.1" end="2s"', 'ttp:frameRate="10" ttp:subFrameRate="2"', [1.05, 2]],
    [
      'begin="00:01:00:02" end="00:10:00:00"',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="dropNTSC"',
      [60.06, 599.9994],
    ],
    ['begin="2s" dur="3s"', '', [2, 5]],
    ['begin="2s" dur="3s" end="4s"', '', [2, 4]],
    ['end="4s"', '', [0, 4]],
    ['begin="2s"', '', [2, null]],
    ['', '', [null, null]],
  ])('%s', (attributes, root, expected) => {
    expect(times(attributes, root)).toEqual(expected);
  });

  test('inner times count from the start of what is around them', () => {
    const body = '<div begin="10s" end="30s"><p begin="1s" end="2s">a</p><p>b</p></div>';
    expect(cues(document(body))).toEqual([
      [11, 12, 'a'],
      [10, 30, 'b'],
    ]);
  });

  test('in a sequence each counts from the end of the one before', () => {
    const body =
      '<div begin="5s" timeContainer="seq"><p dur="2s">a</p><p begin="1s" dur="2s">b</p></div>';
    expect(cues(document(body))).toEqual([
      [5, 7, 'a'],
      [8, 10, 'b'],
    ]);
  });

  test('times that fit only as they stand are taken so', () => {
    const body =
      '<p begin="10s" end="12s"><span begin="10s" end="11s">One</span> <span begin="11s" end="12s">two</span></p>';
    const words = [...wordsOf(readTtml(document(body)).transcript)];
    expect(words.map(({ start, end }) => [start, end])).toEqual([
      [10, 11],
      [11, 12],
    ]);
  });

  test('a paragraph without times has those of its spans', () => {
    const body = '<p><span begin="3s" end="4s">One</span> <span begin="4s" end="5s">two</span></p>';
    expect(cues(document(body))).toEqual([[3, 5, 'One two']]);
  });

  test('a time that cannot be read is reported, and the words are kept without one', () => {
    const text = document('\n<p begin="soon" end="2s">One</p>');
    expect(cuesInTtml(text).cues[0]).toMatchObject({ start: null, end: null, sound: false });
    expect(problems(text)).toEqual(['2: “soon” is not a time; it is left out.']);
    expect(turns(text)).toEqual(['|One']);
  });
});

describe('text', () => {
  test('white space is one space, and br ends a line', () => {
    const body = '<p begin="0s" end="1s">\n  One   two <br/>\n  thr<span>ee</span>\n</p>';
    expect(cues(document(body))).toEqual([[0, 1, 'One two\nthree']]);
  });

  test('lines stay lines where white space is preserved', () => {
    const body = '<p xml:space="preserve" begin="0s" end="1s">One\ntwo</p>';
    expect(cues(document(body))[0]![2]).toBe('One\ntwo');
  });

  test('character references are decoded, and nothing a DOCTYPE declares is expanded', () => {
    const text = document('<p>&lt;b> &#x41;&#66; caf&eacute; &bomb; <![CDATA[&amp; <i>]]></p>');
    const bomb = '<!DOCTYPE tt [<!ENTITY bomb "boom boom">]>';
    expect(cues(bomb + text)[0]![2]).toBe('<b> AB café &bomb; &amp; <i>');
  });

  test('metadata inside a paragraph is not spoken', () => {
    const body = '<p><metadata><ttm:desc>no</ttm:desc></metadata>One<set begin="1s"/> two</p>';
    expect(turns(document(body))).toEqual(['|One two']);
  });

  test('reading aids and translations are left out and reported', () => {
    const body =
      '<p><span tts:ruby="base">日本</span><span tts:ruby="text">にほん</span></p><p>One <span ttm:role="x-translation">eins</span></p>';
    expect(turns(document(body))).toEqual(['|日本 One']);
    expect(problems(document(body))).toHaveLength(2);
  });

  test('spans that are words are parted though no space stands between them', () => {
    const word = (text: string) => `<span podcasts:unit="word">${text}</span>`;
    const body = `<p begin="0s" end="1s">${word('One')}${word('two.')}</p>`;
    expect(cues(document(body))[0]![2]).toBe('One two.');
    expect(turns(document(body))).toEqual(['|One two.']);
  });
});

describe('speakers', () => {
  const head =
    '<head><ttm:agent xml:id="a"><ttm:name type="given">Ann</ttm:name><ttm:name type="full">Ann Lee</ttm:name></ttm:agent><ttm:agent xml:id="b"/></head>';

  test('agents speak by their full names, or else by their identifiers', () => {
    const body = '<p ttm:agent="a">One</p><p ttm:agent="b">two</p><p ttm:agent="a b">three</p>';
    expect(turns(document(body, '', head))).toEqual(['Ann Lee|One', 'b|two', 'Ann Lee+b|three']);
  });

  test('an agent is inherited, and a span may have its own', () => {
    const body = '<div ttm:agent="a"><p>One <span ttm:agent="b">two</span></p></div><p>[wind]</p>';
    expect(turns(document(body, '', head))).toEqual(['Ann Lee|One', 'b|two', '|[wind]']);
  });

  test('without agents labels in the text are speakers', () => {
    expect(turns(document('<p>ANN: One</p><p>two</p><p>BO: three</p>'))).toEqual([
      'ANN|One two',
      'BO|three',
    ]);
  });
});

test('prefixes and namespaces may be any, the language is the root’s', () => {
  const text =
    '<a:tt xmlns:a="http://www.w3.org/2006/04/ttaf1" xml:lang="nb"><a:body><a:p begin="1s" end="2s">En</a:p></a:body></a:tt>';
  expect(cues(text)).toEqual([[1, 2, 'En']]);
  expect(readTtml(text).transcript.language).toBe('nb');
});

describe('broken XML', () => {
  test('is read as far as possible, with the line where it breaks', () => {
    expect(problems(document('\n<p>One\n<p>two</p>\n</i>'))).toEqual([
      '3: <p> begins inside another one; the first is taken to end here.',
      '4: </i> closes nothing that is open.',
    ]);
    expect(turns(document('<p>One<p>two</p>'))).toEqual(['|One two']);
  });

  test('a file that breaks off keeps its words', () => {
    const text = '<tt><body>\n<p begin="1s" end="2s">One two';
    expect(turns(text)).toEqual(['|One two']);
    expect(problems(text)).toEqual(['2: <p> is never closed.']);
    expect(problems(`${text}</p>\n<p beg`)).toEqual(['3: A tag begins here and never ends.']);
  });

  test('text outside of paragraphs is reported', () => {
    expect(problems(document('<p>One</p>\n\nloose'))).toEqual([
      '3: There is text outside of any paragraph (p); it is left out.',
    ]);
  });
});

test.each([
  ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'a feed (RSS)'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><text>hi</text></svg>', 'a drawing (SVG)'],
  ['<smil xmlns="http://www.w3.org/ns/SMIL"><body/></smil>', 'a SMIL file'],
  ['<?xml version="1.0"?><w:document xmlns:w="x"/>', 'a part of a Word document'],
  ['<?xml version="1.0"?>\n<!-- x -->\n<map><line>hi</line></map>', 'XML of another kind (<map>)'],
])('other XML is refused by its name: %j', (text, called) => {
  expect(looksLikeXml(text)).toBe(true);
  const error = errorOf(() => readTtml(text));
  expect(error.code).toBe('transcript_malformed');
  expect(error.message).toContain(`This is ${called}`);
  expect(error.facts.remedy).not.toBe('');
});

test.each([
  '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
  '<!DOCTYPE html><html>',
  '<p>One</p>',
  'Ann: <tt>',
  '<laughs> Ann: hi',
])('what is no XML: %j', (text) => {
  expect(looksLikeXml(text)).toBe(false);
});

test.each([
  ['nesting', '<div begin="1s">'.repeat(100_000)],
  ['unclosed paragraphs', '<p>'.repeat(200_000)],
  ['end tags', `${'<b>'.repeat(900)}${'</i>'.repeat(200_000)}`],
  ['declarations', `<?xml version="1.0"?>${'<!a>'.repeat(300_000)}`],
])('many %s take no long time', (_, body) => {
  const begun = performance.now();
  const text = body.startsWith('<?') ? body : document(body);
  try {
    readTtml(text);
  } catch (error) {
    expect(error).toBeInstanceOf(AlongsideError);
  }
  expect(performance.now() - begun).toBeLessThan(5000);
});

function errorOf(work: () => unknown): AlongsideError {
  try {
    work();
  } catch (error) {
    if (error instanceof AlongsideError) return error;
    throw error;
  }
  throw new Error('Nothing went wrong');
}
