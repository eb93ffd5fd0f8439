import { describe, expect, test } from 'vitest';
import { type Transcript, untimed } from '../../src/episode/transcript.ts';
import { gatherTurns } from '../../src/transcript/gather-turns.ts';
import { mediaTypeOf, writeTranscript } from '../../src/transcript/write.ts';

/** Turns as `[speaker, text, start]`: every word takes 0.3 s and follows the one before after 0.1 s. */
function spoken(...turns: [string, string, number][]): Transcript {
  return gatherTurns(
    turns.map(([speaker, text, start]) => ({
      speakers: speaker === '' ? [] : [speaker],
      opensParagraph: true,
      words: text.split(' ').map((word, at) => {
        const from = Math.round(start * 1000 + at * 400) / 1000;
        return { ...untimed(word), start: from, end: Math.round(from * 1000 + 300) / 1000 };
      }),
    })),
  );
}

const short = spoken(
  ['Ann & Co', 'One <two>.', 0],
  ['Ann & Co', 'Three "four".', 3],
  ['Bo', 'Five?', 64],
);
const untimedOnly = gatherTurns([
  { speakers: ['R'], words: ['One', 'two.'].map(untimed), opensParagraph: true },
]);
const long =
  'The keeper of the lighthouse told us that the lamp had been burning every single night for thirty years, and that nobody had ever asked him why he stayed there all alone. Nobody at all.';

describe('WebVTT', () => {
  test('names the voice in every cue and escapes what is text', () => {
    expect(writeTranscript(short, 'vtt')).toBe(`WEBVTT

00:00:00.000 --> 00:00:00.700
<v Ann &amp; Co>One &lt;two&gt;.

00:00:03.000 --> 00:00:03.700
<v Ann &amp; Co>Three "four".

00:01:04.000 --> 00:01:04.300
<v Bo>Five?
`);
  });

  test('puts phrases of at most two lines of 65 characters into cues, parted at sentences and commas', () => {
    const cues = writeTranscript(spoken(['A', long, 0]), 'vtt')
      .split('\n\n')
      .slice(1);
    const texts = cues.map((cue) =>
      cue.trimEnd().split('\n').slice(1).join('\n').replace('<v A>', ''),
    );
    expect(texts).toEqual([
      'The keeper of the lighthouse told us that the lamp\nhad been burning every single night for thirty years,',
      'and that nobody had ever asked him why he stayed there all alone.',
      'Nobody at all.',
    ]);
  });

  test('parts phrases at pauses of more than 0.6 s', () => {
    const transcript = spoken(['A', 'one two three four', 0]);
    for (const word of transcript.turns[0]!.paragraphs[0]!.words.slice(2)) {
      word.start! += 0.7;
      word.end! += 0.7;
    }
    expect(writeTranscript(transcript, 'vtt').match(/-->/g)).toHaveLength(2);
  });

  test('gives a name on one line, and closes voices where a cue is nobody’s', () => {
    const given = spoken(['A', 'Hi.', 0], ['', 'Bang', 1]);
    const named = { ...given, speakers: [{ label: 'A', name: ' Ann\n>Lee ' }] };
    expect(writeTranscript(named, 'vtt')).toContain('<v Ann &gt;Lee>Hi.</v>\n');
    expect(writeTranscript(named, 'vtt')).toContain('\nBang\n');
  });

  test('never ends a cue where it starts', () => {
    const transcript = gatherTurns([
      { speakers: [], words: [{ ...untimed('One'), start: 1 }], opensParagraph: true },
    ]);
    expect(writeTranscript(transcript, 'vtt')).toContain('00:00:01.000 --> 00:00:01.001');
  });
});

describe('SubRip', () => {
  test('names the speaker where it changes', () => {
    expect(writeTranscript(short, 'srt')).toBe(`1
00:00:00,000 --> 00:00:00,700
Ann & Co: One <two>.

2
00:00:03,000 --> 00:00:03,700
Three "four".

3
00:01:04,000 --> 00:01:04,300
Bo: Five?
`);
  });

  test('has at most two lines of 32 characters where words have times', () => {
    const srt = writeTranscript(spoken(['Somebody', long, 0]), 'srt');
    for (const cue of srt.trimEnd().split('\n\n')) {
      const lines = cue.split('\n').slice(2);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(32);
    }
    expect(srt).toContain('1\n00:00:00,000 --> 00:00:03,900\nSomebody: The keeper of the\n');
    expect(srt).toContain('\nhim why he stayed\nthere all alone.\n');
  });

  test('shows no cue for more than seven seconds where words have times', () => {
    const words = ['I', 'see', 'it', 'now.'].map((text, at) => {
      return { ...untimed(text), start: at * 4, end: at === 3 ? 30 : at * 4 + 3.8 };
    });
    const transcript = gatherTurns([{ speakers: [], words, opensParagraph: true }]);
    expect(writeTranscript(transcript, 'srt').match(/.*-->.*/g)).toEqual([
      '00:00:00,000 --> 00:00:03,800',
      '00:00:04,000 --> 00:00:07,800',
      '00:00:08,000 --> 00:00:11,800',
      '00:00:12,000 --> 00:00:19,000',
    ]);
  });

  test('keeps the words of a cue together that cannot be parted', () => {
    const words = long.split(' ').map(untimed);
    words[0]!.start = 1;
    words.at(-1)!.end = 20;
    const transcript = gatherTurns([{ speakers: [], words, opensParagraph: true }]);
    expect(writeTranscript(transcript, 'srt').split('\n').slice(2).join(' ').trim()).toBe(long);
  });
});

test('JSON has a segment for every timed word, with untimed ones riding along', () => {
  const transcript = spoken(['A', 'One two three', 0]);
  transcript.turns[0]!.paragraphs[0]!.words[1] = untimed('two');
  expect(JSON.parse(writeTranscript(transcript, 'json'))).toEqual({
    version: '1.0.0',
    segments: [
      { speaker: 'A', startTime: 0, endTime: 0.3, body: 'One two' },
      { speaker: 'A', startTime: 0.8, endTime: 1.1, body: 'three' },
    ],
  });
});

test('HTML has name, time and paragraph in turn, all escaped, right inside the body', () => {
  const html = writeTranscript({ ...short, language: 'en-GB' }, 'html');
  expect(html).toContain('<html lang="en-GB">');
  expect(html.slice(html.indexOf('<body>'))).toBe(`<body>
<cite>Ann &amp; Co:</cite>
<time>0:00</time>
<p>One &lt;two&gt;.</p>
<time>0:03</time>
<p>Three &quot;four&quot;.</p>
<cite>Bo:</cite>
<time>1:04</time>
<p>Five?</p>
</body>
</html>
`);
  expect(writeTranscript(untimedOnly, 'html')).not.toContain('<time>');
});

test('Markdown and text have the name once a turn and no times', () => {
  expect(writeTranscript(short, 'md')).toBe(
    '**Ann & Co:** One \\<two>.\n\nThree "four".\n\n**Bo:** Five?\n',
  );
  expect(writeTranscript(short, 'txt')).toBe(
    'Ann & Co: One <two>.\n\nThree "four".\n\nBo: Five?\n',
  );
});

test.each(['vtt', 'srt', 'json'] as const)('%s needs times', (form) => {
  expect(() => writeTranscript(untimedOnly, form)).toThrow(
    expect.objectContaining({ code: 'transcript_form_unknown' }),
  );
});

test('every form has its media type, without parameters', () => {
  expect((['vtt', 'srt', 'json', 'html', 'md', 'txt'] as const).map(mediaTypeOf)).toEqual([
    'text/vtt',
    'application/x-subrip',
    'application/json',
    'text/html',
    'text/markdown',
    'text/plain',
  ]);
});
