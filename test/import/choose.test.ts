import { describe, expect, test } from 'vitest';
import { AlongsideError } from '../../src/episode/error.ts';
import { chooseSlug } from '../../src/import/choose-slug.ts';
import { chooseTranscript } from '../../src/import/choose-transcript.ts';
import { printChapters, readJsonChapters } from '../../src/import/read-chapters.ts';

const offered = ['text/plain', 'text/html', 'text/vtt', 'application/json'].map((type, at) => ({
  url: `https://old.example/${at}`,
  type,
  language: null,
}));
const json =
  '{"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0,"endTime":1,"body":"Hi"}]}';
const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Good morning.\n';
const from = (files: (string | null)[]) => async (url: string) => {
  const text = files[Number(url.at(-1))] ?? null;
  if (text === null) throw new AlongsideError('download_failed', 'Gone.', { remedy: '' });
  return new TextEncoder().encode(text);
};

describe('of several transcripts', () => {
  test('the one that keeps most is taken', async () => {
    const load = from(['Ada: Hi.', '<p>Hi</p>', vtt, json]);
    expect((await chooseTranscript(offered, load)).chosen?.name).toBe('transcript.json');
  });

  test('one that is gone, broken or a page of regrets is passed over, and named', async () => {
    const load = from(['Ada: Hi.', null, '<html><p>We are sorry</p></html>', '{"segments":']);
    const { chosen, refused } = await chooseTranscript(offered, load);
    expect(chosen?.name).toBe('transcript.txt');
    expect(refused.map(({ url }) => url.at(-1))).toEqual(['3', '2', '1']);
  });
});

describe('an address', () => {
  const none = new Set<string>();
  const of = (title: string, link: string | null, taken = none, times = 1) =>
    chooseSlug({ title, link, guid: 'x' }, new Map(link ? [[link, times]] : []), taken);

  test('is the last part of the old one, else made of the title', () => {
    expect(of('Any', 'https://old.example/2019/By-the-sea.html')).toBe('by-the-sea');
    expect(of('By the lake', 'https://old.example/?p=12')).toBe('by-the-lake');
    expect(of('By the lake', 'https://old.example/show', none, 3)).toBe('by-the-lake');
    expect(of('', null)).toBe('episode');
  });

  test('gets a number where it is taken', () => {
    expect(of('Sea', null, new Set(['sea', 'sea-2']))).toBe('sea-3');
  });
});

describe('JSON chapters', () => {
  test('are read, put in order and printed again', () => {
    const given =
      '{"version":"1.1.0","chapters":[{"startTime":"9.5","title":"B"},{"startTime":0,"title":"A","url":"x","toc":true},{"startTime":3,"toc":false},7]}';
    const chapters = readJsonChapters(given, 'https://old.example/c.json') ?? [];
    expect(JSON.parse(printChapters(chapters))).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'A', url: 'https://old.example/x' },
        { startTime: 9.5, title: 'B' },
      ],
    });
  });

  test.each(['', '[]', '{"chapters":{}}', '<html>'])('are none: %s', (text) => {
    expect(readJsonChapters(text, 'https://old.example/')).toBeNull();
  });
});
