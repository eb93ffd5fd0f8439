import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/transcript/html/read-html.ts';

/** Each turn as `label|paragraph|paragraph`, with the start of timed words before them. */
function turns(page: string): string[] {
  return readHtml(page).transcript.turns.map(({ speakers, paragraphs }) =>
    [
      speakers.join('+'),
      ...paragraphs.map(({ words }) =>
        words.map(({ text, start }) => (start === null ? text : `${start}:${text}`)).join(' '),
      ),
    ].join('|'),
  );
}

function problems(page: string): string[] {
  return readHtml(page).problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('the podcast namespace’s form', () => {
  test('a name, a time and paragraphs are a turn', () => {
    const page =
      '<cite>Ann :</cite>\n<time>1:05</time>\n<p>One</p><p>two</p><cite>Bo</cite><p>Three</p>';
    expect(turns(page)).toEqual(['Ann|65:One|two', 'Bo|Three']);
  });

  test('it may stand in a page or not', () => {
    const piece = '<cite>Ann:</cite><time>0:03</time><p>One</p>';
    expect(turns(`<html><body>${piece}</body></html>`)).toEqual(turns(piece));
  });

  test('a datetime is more exact than the text', () => {
    expect(turns('<time datetime="PT1M2.5S">1:02</time><p>One</p>')).toEqual(['|62.5:One']);
    expect(turns('<time datetime="0:01:02.25">about then</time><p>One</p>')).toEqual([
      '|62.25:One',
    ]);
  });

  test('an empty name is nobody’s', () => {
    expect(turns('<cite>Ann:</cite><p>One</p><cite></cite><p>Two</p>')).toEqual([
      'Ann|One',
      '|Two',
    ]);
  });

  test('two names with a slash speak at once', () => {
    expect(turns('<cite>Ann / Bo:</cite><p>One</p>')).toEqual(['Ann+Bo|One']);
  });

  test('where names are marked the text is not searched for labels', () => {
    expect(turns('<cite>Ann:</cite><p>Bo: no</p><p>Bo: yes</p>')).toEqual(['Ann|Bo: no|Bo: yes']);
  });

  test('a work that is cited in the text is no name, a date no time', () => {
    const page =
      '<p>I read <cite>Tides</cite> on <time datetime="1931-04-02">2 April</time> at <time>10:30</time>.</p><p><cite>Tides</cite> is a book.</p>';
    expect(turns(page)).toEqual(['|I read Tides on 2 April at 10:30.|Tides is a book.']);
  });

  test('a time that runs against the others is left out', () => {
    const page = '<time>0:10</time><p>a</p><time>0:12</time><p>b</p><time>0:05</time><p>c</p>';
    expect(turns(page)).toEqual(['|10:a|12:b|c']);
    expect(problems(page)).toHaveLength(1);
  });
});

describe('Hyperaudio’s form', () => {
  test('words have the times of their elements', () => {
    const { transcript } = readHtml(
      '<p><span class="speaker" data-m="900" data-d="0">Ann: </span><span data-m="1000" data-d="250">One </span><a data-m="1500">two </a></p>',
    );
    expect(transcript.speakers).toEqual([{ label: 'Ann', name: 'Ann' }]);
    expect(transcript.turns[0]!.paragraphs[0]!.words).toEqual([
      { text: 'One', start: 1, end: 1.25, confidence: null },
      { text: 'two', start: 1.5, end: null, confidence: null },
    ]);
  });

  test('a phrase in one element has its start and its end', () => {
    const { transcript } = readHtml('<p><span data-m="1000" data-d="2000">One two</span></p>');
    const times = transcript.turns[0]!.paragraphs[0]!.words.map(({ start, end }) => [start, end]);
    expect(times).toEqual([
      [1, null],
      [null, 3],
    ]);
  });

  test('a speaker may change inside a paragraph, in brackets', () => {
    const page =
      '<p><span data-m="1">One </span><span class="speaker">[speaker-1] </span><span data-m="2">two</span></p>';
    expect(turns(page)).toEqual(['|0.001:One', 'speaker-1|0.002:two']);
  });
});

test('a length that no recording has is no end of a word', () => {
  const page = '<p><span data-m="1000" data-d="1e999">One</span></p>';
  expect([...readHtml(page).transcript.turns[0]!.paragraphs[0]!.words]).toEqual([
    { text: 'One', start: 1, end: null, confidence: null },
  ]);
});

describe('any other page', () => {
  test('blocks are paragraphs, and white space is a space', () => {
    expect(
      turns('<div>One\n  two<section>three</section></div>four<ul><li>five<li>six</ul>'),
    ).toEqual(['|One two|three|four|five|six']);
  });

  test('elements inside a word leave it whole', () => {
    expect(turns('<p>un<i>believ</i>able, <b>yes</b>!')).toEqual(['|unbelievable, yes!']);
  });

  test('tags that are left out are put in', () => {
    expect(turns('<p hidden>No<p>One<table><tr><td>a<td>b<tr><td>c</table><p>Two')).toEqual([
      '|One|a|b|c|Two',
    ]);
  });

  test('character references are decoded once', () => {
    expect(turns('<p>caf&eacute; &amp;amp; &#39;x&#x27; &nosuch; 3 &lt; 4 < 5')).toEqual([
      "|café &amp; 'x' &nosuch; 3 < 4 < 5",
    ]);
  });

  test('bold names are labels, with the colon inside or outside', () => {
    expect(turns('<p><b>Ann:</b> One<p>two<p><strong>Bo</strong>: three')).toEqual([
      'Ann|One|two',
      'Bo|three',
    ]);
  });

  test('bold names need no colon where most turns begin so', () => {
    const page = '<p><b>Ann</b> One<p><b>Bo</b> two<p><b>Ann</b> three<p><b>Bo</b> four';
    expect(turns(page)).toEqual(['Ann|One', 'Bo|two', 'Ann|three', 'Bo|four']);
  });

  test('a bold name may have a time beside it', () => {
    const page =
      '<p><b>Ann Lee</b> 00:12<p>One<p><b>Bo Berg</b> 00:20<p>Two<p><b>Ann Lee</b> 00:31<p>Three';
    expect(turns(page)).toEqual(['Ann Lee|12:One', 'Bo Berg|20:Two', 'Ann Lee|31:Three']);
  });

  test('labels are found in plain paragraphs and behind line ends', () => {
    expect(turns('<p>Ann: One<br>Bo: two</p><p>Ann: three [0:09] four')).toEqual([
      'Ann|One',
      'Bo|two',
      'Ann|three 9:four',
    ]);
  });

  test('two line ends open a paragraph, one does not', () => {
    expect(turns('<p>One<br>two<br><br>three')).toEqual(['|One two|three']);
  });

  test('headings are nobody’s, and whoever spoke goes on behind them', () => {
    expect(
      turns('<h1>A talk: about tides</h1><p>Ann: One<h2>Part two</h2><p>two<p>Bo: three'),
    ).toEqual(['|A talk: about tides', 'Ann|One', '|Part two', 'Ann|two', 'Bo|three']);
  });

  test('headings that are names are labels', () => {
    expect(turns('<h3>Ann:</h3><p>One<h3>Bo:</h3><p>two')).toEqual(['Ann|One', 'Bo|two']);
  });

  test('terms and their descriptions are speakers and what they say', () => {
    expect(turns('<dl><dt>Ann<dd>One<dd>two<dt>Bo<dd>three</dl>')).toEqual([
      'Ann|One|two',
      'Bo|three',
    ]);
  });

  test('terms that are questions are words', () => {
    expect(turns('<dl><dt>What is a tide?<dd>Water.</dl>')).toEqual(['|What is a tide?|Water.']);
  });

  test('a table has a speaker, a time and a text in each row', () => {
    const page =
      '<table><tr><th>Time<th>Speaker<th>Text<tr><td>0:01<td>Ann<td>One<tr><td>0:04<td>Bo<td>two</table>';
    expect(turns(page)).toEqual(['Ann|1:One', 'Bo|4:two']);
  });

  test('a table without headings is known by what stands in it', () => {
    const page = '<table><tr><td>Ann<td>One, I say.<tr><td>Bo<td>Two.<tr><td>Ann<td>Three.</table>';
    expect(turns(page)).toEqual(['Ann|One, I say.', 'Bo|Two.', 'Ann|Three.']);
  });

  test('a table of another kind is lines of text', () => {
    expect(turns('<table><tr><td>It rained.<td>It snowed.</table>')).toEqual([
      '|It rained.|It snowed.',
    ]);
  });

  test('a rule is a break, and what follows is nobody’s until somebody is named', () => {
    const { transcript } = readHtml('<p><b>Ann:</b> One<hr><p>two<p><b>Bo:</b> three');
    expect(transcript.turns.map(({ speakers }) => speakers)).toEqual([['Ann'], [], ['Bo']]);
    expect(transcript.turns[1]!.breaksBefore).toEqual([{ label: null, start: null, end: null }]);
  });

  test('lines of preformatted text stay lines', () => {
    expect(turns('<pre>Ann: One\nBo: two\n\nAnn: three</pre>')).toEqual([
      'Ann|One',
      'Bo|two',
      'Ann|three',
    ]);
  });

  test('the page says its language', () => {
    const language = (page: string) => readHtml(page).transcript.language;
    expect(language('<html lang="en-gb"><p>One')).toBe('en-GB');
    expect(language('<html lang=""><p>One')).toBeNull();
    expect(language('<p>One')).toBeNull();
  });
});

test('a name that heads one passage is one where others come again at that level', () => {
  const page =
    '<h2>One Day</h2><h4>Ann</h4><p>Hello.</p><h4>Bo</h4><p>Hi.</p><h4>Ann</h4><p>Bye.</p>';
  expect(turns(page)).toEqual(['|One Day', 'Ann|Hello.', 'Bo|Hi.', 'Ann|Bye.']);
});

describe('what would leave a page without its words', () => {
  const talk = '<p>Ann: Hello.</p><p>Bo: Hi there.</p>';
  const spoken = ['Ann|Hello.', 'Bo|Hi there.'];

  test('a form around the content is not apart from it, one inside is', () => {
    const inside = `<main>${talk}<form>Leave a reply</form></main>`;
    expect(turns(`<body><form>${inside}</form></body>`)).toEqual(spoken);
    expect(turns(`<body><form>Search</form>${inside}</body>`)).toEqual(spoken);
  });

  test('content counts wherever it stands', () => {
    expect(turns(`<body><header><nav>Menu</nav><main>${talk}</main></header></body>`)).toEqual(
      spoken,
    );
  });

  test.each(['hidden', 'style="display: none"'])('a hidden transcript (%s) is taken', (how) => {
    const page = `<body>\n<h1>One</h1><button>Transcript</button>\n<div ${how}>${talk}</div></body>`;
    expect(turns(page)).toEqual(['|One', ...spoken]);
    expect(problems(page)).toEqual([
      '3: The page hides most of its words; they are taken all the same.',
      '2: Words on buttons and in other controls: left out.',
    ]);
  });

  test('what is hidden beside more that is shown stays hidden, and so do scripts and menus', () => {
    expect(turns(`<body>${talk}<p hidden>Subscribe</p></body>`)).toEqual(spoken);
    const script = `<script>${'x'.repeat(200)}</script>`;
    expect(turns(`<body>${talk}<div hidden>${script}</div></body>`)).toEqual(spoken);
    const menu = `<nav><ul hidden><li>${'About us '.repeat(20)}</li></ul></nav>`;
    expect(turns(`<body>${menu}${talk}</body>`)).toEqual(spoken);
  });

  test('where content is marked but empty, what stands around it is taken', () => {
    const page = `<body><main></main><footer>${talk}</footer></body>`;
    expect(turns(page)).toEqual(spoken);
    expect(problems(page)).toEqual([
      '1: The page has words only around its content, on buttons or in other controls; they are taken.',
    ]);
  });

  test('buttons that play words are words', () => {
    const page = '<p><button data-time="3">Hello</button> <button data-time="4">all.</button></p>';
    expect(turns(page)).toEqual(['|Hello all.']);
    expect(turns('<p><button>Hello</button></p>')).toEqual(['|Hello']);
    expect(turns('<p>Ann: Hello.</p><button>Share</button>')).toEqual(turns('<p>Ann: Hello.</p>'));
  });

  test('a page for browsers with scripts only has no words', () => {
    expect(turns('<body><noscript>Please enable scripts.</noscript></body>')).toEqual([]);
  });
});

describe('what is no speech', () => {
  test('head, scripts, styles and comments are no words', () => {
    const page =
      '<head><title>no</title><style>p{}</style></head><script>"<p>no</p>"</script><p>One<!-- no --> two';
    expect(turns(page)).toEqual(['|One two']);
    expect(problems(page)).toEqual([]);
  });

  test('what is hidden or a control is left out with its line', () => {
    const page =
      '<p>One of two\n<p hidden>no\n<p style="display: none">no</p>\n<button>Play</button>';
    expect(turns(page)).toEqual(['|One of two']);
    expect(problems(page)).toEqual([
      '2: Words that the page hides: left out. The same goes for 1 more.',
      '4: Words on buttons and in other controls: left out.',
    ]);
  });

  test('what stands around the content is left out where the page marks its content', () => {
    const page = '<nav>Home</nav>\n<p>One<footer>Bye</footer>';
    expect(turns(page)).toEqual(['|Home|One|Bye']);
    expect(turns(`<main>${page}</main>`)).toEqual(['|One']);
    expect(problems(`<main>${page}</main>`)).toHaveLength(1);
  });

  test('a tag, a comment or a script that never ends is reported', () => {
    const ends = 'never ends; what follows is left out.';
    expect(problems('<p>One\n<!-- two')).toEqual([`2: A tag or comment begins here and ${ends}`]);
    expect(problems('<p>One\n\n<p class="two')).toEqual([
      `3: A tag or comment begins here and ${ends}`,
    ]);
    expect(problems('<p>One\n<script>two')).toEqual([
      '2: <script> is never closed; what follows it is left out.',
    ]);
  });
});

test.each([
  ['nesting', '<div>'.repeat(200_000)],
  ['end tags that fit nothing', `${'<b>'.repeat(50_000)}${'</i>'.repeat(50_000)}`],
  ['brackets', '<'.repeat(500_000)],
  ['word elements in one line', '<span data-m="1" data-d="1">a </span>'.repeat(30_000)],
])('much %s takes no long time', (_, page) => {
  const begun = performance.now();
  readHtml(page);
  expect(performance.now() - begun).toBeLessThan(5000);
});
