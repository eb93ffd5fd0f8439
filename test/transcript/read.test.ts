import { expect, test } from 'vitest';
import { AlongsideError, describeError } from '../../src/episode/error.ts';
import { readCues, readTranscript } from '../../src/transcript/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nR: hi'],
  ['srt', '1\n00:00:00,000 --> 00:00:01,000\nR: hi'],
  ['srt', '00:00:00.000 --> 00:00:01.000\nR: a file that lacks its WEBVTT'],
  ['json', ' {"segments":[{"body":"hi"}]}'],
  ['json', '[{"body":"hi"}]'],
  ['text', 'R: hi'],
  ['text', '[Music]\n\nR: hi'],
  ['text', '{laughs} R: it is 10:30 --> 11:30 there'],
])('the content tells that it is %s: %j', (format, text) => {
  expect(readTranscript(bytes(text), 'interview.docx').format).toBe(format);
});

test.each([
  ['{"segments":[\n{"body":"a"},\n{"body":"b",}\n]}', 3],
  ['{"segments":[\r\n{"body":"a}\r\n]}', 2],
  ['{"segments":[\n{"body":"a"}\n\n', 2],
  ['{"segments":\n[{"startTime":01,"body":"a"}]}', 2],
  ['{"segments":[]}\n\nand more', 3],
])('broken JSON is refused with its line: %j', (text, line) => {
  const error = failure(() => readTranscript(bytes(text), 'talk.json'));
  expect(error.code).toBe('transcript_malformed');
  expect(error.facts).toMatchObject({ file: 'talk.json', line });
  expect(describeError(error)).toMatch(
    new RegExp(`^talk.json:${line}: The JSON of the transcript is broken here.\n`),
  );
});

test('JSON of another kind is refused', () => {
  const error = failure(() =>
    readTranscript(bytes('{"name":"x","segments":[{"text":"hi"}]}'), 'x'),
  );
  expect(error.code).toBe('transcript_malformed');
});

test.each(['WEBVTT\n\n', '{"segments":[]}', '1\n00:00:00,000 --> 00:00:01,000\n\n'])(
  'a transcript without words is empty: %j',
  (text) => {
    const error = failure(() => readTranscript(bytes(text), 'x.vtt'));
    expect([error.code, error.facts.file]).toEqual(['transcript_empty', 'x.vtt']);
  },
);

test('problems come in the order of lines', () => {
  const text = 'WEBVTT\n\n00:02.000 --> 00:01.000\na\n\nstray\n\n00:03,000 --> 00:04.000\nb';
  const lines = readTranscript(bytes(text), 'x').problems.map(({ line }) => line);
  expect(lines).toEqual([3, 6, 8]);
});

test('cues of captions are those of the file', () => {
  const text =
    '7\n00:00:00,5 --> 00:00:01,000\n<i>R: hi</i>\n\n8\n00:00:02,000 --> 00:00:03,000\n8';
  expect(readCues(bytes(text), 'x').cues).toEqual([
    { id: '7', start: 0.5, end: 1, text: '<i>R: hi</i>' },
    { id: '8', start: 2, end: 3, text: '8' },
  ]);
});

test('cues of JSON are those we would write', () => {
  const text =
    '{"segments":[{"speaker":"A","startTime":0,"endTime":1,"body":"hi"},{"startTime":1,"endTime":2,"body":"you"}]}';
  expect(readCues(bytes(text), 'x').cues).toEqual([{ id: '1', start: 0, end: 2, text: 'hi you' }]);
});

test('cues need times', () => {
  expect(failure(() => readCues(bytes('R: hi'), 'x')).code).toBe('transcript_form_unknown');
});

function failure(work: () => unknown): AlongsideError {
  try {
    work();
  } catch (error) {
    if (error instanceof AlongsideError) return error;
    throw error;
  }
  throw new Error('Nothing went wrong');
}

test.each([
  ['words', 'a '.repeat(2_100_000)],
  ['lines', 'R: a\n'.repeat(260_000)],
  ['tags', '<p>a'.repeat(1_100_000)],
])('more %s than any recording holds are refused before they are read', (what, text) => {
  expect(() => readTranscript(Buffer.from(text), 'x')).toThrow(
    `${what} here, which no recording holds`,
  );
});
