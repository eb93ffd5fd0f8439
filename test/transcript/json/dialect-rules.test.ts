import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/episode/transcript.ts';
import { readTranscript } from '../../../src/transcript/read.ts';
import { printReading } from '../print-reading.ts';

describe('who speaks', () => {
  test('a number is a speaker by that number, a name stays', () => {
    const element = { type: 'text', value: 'Yes', ts: 1, end_ts: 2 };
    const speakers = [0, '3', 'Ann  Lee', 'spk_1'].map((speaker) => ({
      ...{ speaker, elements: [element] },
    }));
    expect(labels({ monologues: speakers })).toEqual([
      'Speaker 0',
      'Speaker 3',
      'Ann Lee',
      'spk_1',
    ]);
  });

  test('one the engine cannot tell is nobody', () => {
    const word = (content: string, speaker: unknown) => ({
      ...{ type: 'word', start_time: 1, end_time: 2, alternatives: [{ content, speaker }] },
    });
    const results = [word('Who', 'UU'), word('knows', 'S1'), word('that', 'UU')];
    expect(print({ results })).toBe(
      '(nobody)\n  Who{1–2}\n\nS1\n  knows{1–2}\n\n(nobody)\n  that{1–2}\n\n',
    );
  });

  test('a word that changes hands within a segment starts a turn', () => {
    const words = [
      { word: 'Mhm.', start: 1, end: 1.2, speaker: 'SPEAKER_01' },
      { word: 'So', start: 1.3, end: 1.5, speaker: 'SPEAKER_00' },
      { word: '2024' },
    ];
    const segment = { start: 1, end: 3, text: 'Mhm. So 2024', speaker: 'SPEAKER_00', words };
    expect(print({ segments: [segment] })).toBe(
      'SPEAKER_01\n  Mhm.{1–1.2}\n\nSPEAKER_00\n  So{1.3–1.5} 2024\n\n',
    );
  });

  test('channels beside one another are put in order of time', () => {
    const channel = (...words: [string, number][]) => ({
      alternatives: [
        {
          words: words.map(([word, start]) => ({ word, start, end: start + 0.25 })),
          transcript: '',
        },
      ],
    });
    const channels = [channel(['Hello?', 0], ['Good.', 4]), channel(['Yes,', 2], ['hello.', 2.5])];
    expect(print({ results: { channels } })).toBe(
      'Channel 0\n  Hello?{0–0.25}\n\nChannel 1\n  Yes,{2–2.25} hello.{2.5–2.75}\n\nChannel 0\n  Good.{4–4.25}\n\n',
    );
  });
});

describe('text and words', () => {
  test('parts of words and punctuation join as the text has them', () => {
    const words = [' un', 'believ', 'able', '!', ' "', 'Quite', '"'].map((word, at) => ({
      ...{ word, start: at / 4, end: (at + 1) / 4, probability: at / 10 },
    }));
    const segment = { start: 0, end: 7, text: ' unbelievable! "Quite"', words };
    expect(print({ segments: [segment] })).toBe(
      '(nobody)\n  unbelievable!{0–0.75 0} "Quite"{1.25–1.5 0.5}\n\n',
    );
  });

  test('a mark may belong to the word after it', () => {
    const item = (type: string, content: string, attaches_to?: string) => ({
      ...{ type, start_time: 1, end_time: 1, attaches_to, alternatives: [{ content }] },
    });
    const results = [
      ...[item('word', 'Dijo'), item('punctuation', '¿', 'next')],
      ...[item('word', 'qué'), item('punctuation', '?', 'previous')],
    ];
    expect(texts({ results })).toEqual(['Dijo', '¿qué?']);
  });

  test('where they differ the text is kept, and times go to the words that both have', () => {
    const words = ['we', 'had', 'twenty', 'three', 'kettles'].map((word, at) => ({
      ...{ word, start: at, end: at + 1 },
    }));
    const segments = [{ start: 0, end: 5, text: 'We had 23 kettles, then.', words }];
    expect(print({ segments })).toBe(
      '(nobody)\n  We{0–1} had{1–2} 23 kettles,{4–5} then.\n\n' +
        '! -: Segment 1 has a list of words that differs from its text; the text is kept.\n',
    );
  });

  test('text that has no words listed is kept, with the times of its segment', () => {
    expect(print({ results: { transcripts: [{ transcript: 'All of it.' }], items: [] } })).toBe(
      '(nobody)\n  All of it.\n\n',
    );
    expect(print({ segments: [{ start: '1.5', end: 3, text: 'All of it.', words: null }] })).toBe(
      '(nobody)\n  All{1.5–} of it.{–3}\n\n',
    );
    expect(texts({ text: 'No more than this.' })).toHaveLength(4);
    expect(texts({ text: 'No segments at all.', segments: [] })).toHaveLength(4);
  });

  test('times inside a word of a script without spaces are lost, and it says so', () => {
    const words = [...'你好吗'].map((word, at) => ({ word, start: at, end: at + 1 }));
    expect(print({ segments: [{ start: 0, end: 3, text: '你好吗', words }] })).toBe(
      '(nobody)\n  你好吗{0–3}\n\n' +
        '! -: Segment 1 puts no spaces between words; the times inside are left out.\n',
    );
  });

  test('such text is parted where a sentence ends or another speaks', () => {
    const words = [...'好吗？好。是的'].map((text, at) => ({
      ...{ text, start: at / 2, end: at / 2 + 0.5, type: 'word', speaker_id: at > 4 ? 'B' : 'A' },
    }));
    expect(texts({ text: '好吗？好。是的', words })).toEqual(['好吗？', '好。', '是的']);
    expect(labels({ text: '好吗？好。是的', words })).toEqual(['A', 'B']);
  });

  test('alternatives but the best are no content', () => {
    const alternatives = [{ transcript: 'the best' }, { transcript: 'the beast' }];
    expect(texts({ results: [{ alternatives }] })).toEqual(['the', 'best']);
  });

  test('a sound that was heard is a stage direction', () => {
    const item = (text: string, type: string) => ({ text, type, start: 1, end: 2 });
    const { transcript } = read({
      words: [item('(dog barks)', 'audio_event'), item('Rex!', 'word')],
    });
    const marked = [...wordsOf(transcript)].map(({ text, direction }) => [
      text,
      direction ?? false,
    ]);
    expect(marked).toEqual([
      ['(dog', true],
      ['barks)', true],
      ['Rex!', false],
    ]);
  });

  test('segments of a word or less are one text in whisper.cpp', () => {
    const parts = [' Well', ',', ' bel', 'iev', 'able', ' tea', '.'];
    const transcription = parts.map((text, at) => ({
      text,
      offsets: { from: at * 100, to: at * 100 + 90 },
    }));
    expect(print({ transcription })).toBe(
      '(nobody)\n  Well,{0–0.09} believable{0.2–0.49} tea.{0.5–0.59}\n\n',
    );
  });
});

describe('times', () => {
  test.each([
    ['a number', 1.5],
    ['digits', '1.5'],
    ['seconds', '1.500s'],
    ['a message', { seconds: '1', nanos: 500_000_000 }],
    ['a clock', '00:00:01,500'],
    ['a duration', 'PT1.5S'],
  ])('%s', (_, startTime) => {
    const words = [{ word: 'yes', startTime, endTime: '2s' }];
    const results = [{ alternatives: [{ transcript: 'yes', words }] }];
    expect(print({ results })).toBe('(nobody)\n  yes{1.5–2}\n\n');
  });

  test('utterances count milliseconds, or seconds where one has a point', () => {
    const said = { speaker: 'A', text: 'Hello there.' };
    expect(print({ utterances: [{ ...said, start: 500, end: 1250 }] })).toBe(
      'A\n  Hello{0.5–} there.{–1.25}\n\n',
    );
    expect(print({ utterances: [{ ...said, start: 0.5, end: 1.25 }] })).toBe(
      'A\n  Hello{0.5–} there.{–1.25}\n\n',
    );
    const words = [
      { word: ' Hello', start: 1, end: 2 },
      { word: ' there.', start: 2, end: 2.5 },
    ];
    const transcription = { utterances: [{ ...said, start: 1, end: 3, words }] };
    expect(print({ result: { transcription } })).toBe('A\n  Hello{1–2} there.{2–2.5}\n\n');
  });

  test.each([
    ['a clock as timestamp', { timestamp: '00:00:01' }, 'Yes{1–} sir'],
    ['a number as timestamp', { timestamp: 1.5 }, 'Yes{1.5–} sir'],
    ['a pair as timestamp', { timestamp: [1, 2] }, 'Yes{1–} sir{–2}'],
    ['start_time and end_time', { start_time: '1', end_time: 2 }, 'Yes{1–} sir{–2}'],
    ['data_start and data_end', { data_start: 1, data_end: 2 }, 'Yes{1–} sir{–2}'],
    ['startTime', { startTime: 1 }, 'Yes{1–} sir'],
  ])('segments and words may have %s', (_, times, printed) => {
    const segment = { speaker: 'Ann', text: 'Yes sir', ...times };
    expect(print([segment])).toBe(`Ann\n  ${printed}\n\n`);
    expect(print({ segments: [segment] })).toBe(`Ann\n  ${printed}\n\n`);
    const word = { word: 'Yes', ...times };
    expect(print({ words: [word] })).toMatch(/Yes\{1/);
  });

  test('a timestamp that is no time is said to be none', () => {
    const { problems } = read([{ text: 'Hi', timestamp: 'early on' }]);
    expect(problems[0]!.message).toBe('Segment 1 has a time that cannot be used; it is left out.');
  });

  test.each([-1, 1e12, 'soon', '1.2.3', true, { seconds: {} }, [], 'NaN'])(
    'none that can be used: %j',
    (start) => {
      const { problems } = read({ segments: [{ start, end: 2, text: 'Hi' }] });
      expect(problems[0]!.message).toBe(
        'Segment 1 has a time that cannot be used; it is left out.',
      );
    },
  );

  test('Google leaves out a start of nought, and a confidence of nought says nothing', () => {
    const words = [
      { word: 'one', endOffset: '0.5s', confidence: 0 },
      { word: 'two', endOffset: '0.9s', confidence: 0.5 },
    ];
    const results = [{ alternatives: [{ transcript: 'one two', words }] }];
    expect(print({ results })).toBe('(nobody)\n  one{0–0.5} two{–0.9 0.5}\n\n');
  });

  test('words out of order among many lose their time, and it is said once', () => {
    const words = Array.from({ length: 100 }, (_, at) => ({
      word: `w${at}`,
      start: at,
      end: at + 1,
    }));
    words[7]!.start = 90;
    words[50]!.start = 3;
    words[50]!.end = 4;
    words[60]!.end = 2;
    const { transcript, problems } = read({ words });
    expect([...wordsOf(transcript)].filter(({ start }) => start === null)).toHaveLength(2);
    expect(problems.map(({ message }) => message)).toEqual([
      'The transcript has a word that ends before it starts; its end is left out. The same goes for 1 more.',
      'The transcript has a word that starts out of order; its time is left out. The same goes for 1 more.',
    ]);
  });

  test('a paragraph opens where the engine says, and not at every silence', () => {
    const word = (at: number) => ({ word: 'Well.', start: at * 5, end: at * 5 + 1 });
    const paragraphs = [{ num_words: 1 }, { num_words: 2 }];
    const words = [word(0), word(1), word(2)];
    const alternatives = [{ transcript: 'Well. Well. Well.', words, paragraphs: { paragraphs } }];
    expect(print({ results: { channels: [{ alternatives }] } })).toBe(
      '(nobody)\n  Well.{0–1}\n  Well.{5–6} Well.{10–11}\n\n',
    );
  });

  test('percents are scaled', () => {
    const result = [{ word: 'sure', start: 0, end: 1, conf: 87 }];
    expect(print({ result, text: 'sure' })).toBe('(nobody)\n  sure{0–1 0.87}\n\n');
  });
});

describe('the file', () => {
  const line = '{"start":0,"end":1,"text":"One"}';

  test.each([
    ['lines of segments', `${line}\n${line.replace('One', 'two')}\n`],
    ['a second byte order mark', `\uFEFF\uFEFF[${line},{"start":1,"end":2,"text":"two"}]`],
    ['a job around it', `{"id":7,"output":{"segments":[${line},{"start":1,"text":"two"}]}}`],
    ['a list of one', `[{"segments":[${line},{"start":1,"text":"two"}]}]`],
  ])('may have %s', (_, text) => {
    expect(texts(text)).toEqual(['One', 'two']);
  });

  test('numbers that only Python writes are left out', () => {
    const text = '{"segments":[{"start":NaN,"end":-Infinity,"text":"not NaN, but NaN"}]}';
    const { transcript, problems } = read(text);
    expect([...wordsOf(transcript)].map((word) => word.text)).toEqual([
      'not',
      'NaN,',
      'but',
      'NaN',
    ]);
    expect(problems[0]!.message).toMatch(/NaN, Infinity/);
  });

  test('a broken line among lines is named', () => {
    expect(() => read(`${line}\n\n{"start":\n${line}`)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ line: 3 }) }),
    );
  });

  test('unknown JSON is told what would be known', () => {
    expect(() => read({ hello: 'there' })).toThrow(
      expect.objectContaining({
        code: 'transcript_malformed',
        facts: expect.objectContaining({
          remedy: expect.stringMatching(/podcast namespace.*Deepgram/),
        }),
      }),
    );
  });
});

function read(json: unknown): ReturnType<typeof readTranscript> {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return readTranscript(new TextEncoder().encode(text), 'x.json');
}

function print(json: unknown): string {
  return printReading(read(json));
}

function texts(json: unknown): string[] {
  return [...wordsOf(read(json).transcript)].map(({ text }) => text);
}

function labels(json: unknown): string[] {
  return read(json).transcript.speakers.map(({ label }) => label);
}
