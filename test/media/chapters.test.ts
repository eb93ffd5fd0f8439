import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { printChapters, readChapters } from '../../src/media/chapters.ts';
import { probe } from '../../src/media/probe.ts';
import { writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();
const chapters = [
  { start: 0, title: 'Begrüßung; a = b # c \\ d' },
  { start: 1.25, title: '“訪談”' },
  { start: 2.5, title: '[CHAPTER]' },
];

beforeAll(() => writeTone(bench.at('tone.wav'), { seconds: 4 }));

const hasChapters = async (file: string) =>
  (await probe(bench.ffmpeg, bench.at(file), { name: file })).chapters;

async function chaptered(file: string, metadata: string, ...options: string[]) {
  await writeFile(bench.at('chapters.txt'), metadata);
  const inputs = ['-i', 'tone.wav', '-f', 'ffmetadata', '-i', 'chapters.txt'];
  await bench.make(...inputs, '-map_metadata', '1', ...options, file);
  return readChapters(bench.ffmpeg, bench.at(file));
}

describe('chapters come out of every container as they went in', () => {
  test.each([
    ['mp3', []],
    ['m4a', []],
    ['webm', ['-c:a', 'libopus']],
  ])('%s', async (ending, options) => {
    const found = await chaptered(`talk.${ending}`, printChapters(chapters, 4), ...options);
    expect(found.map(({ title }) => title)).toEqual(chapters.map(({ title }) => title));
    expect(await hasChapters(`talk.${ending}`)).toBe(true);
    for (const [at, { start }] of found.entries()) {
      expect(start).toBeCloseTo(chapters[at]!.start, 2);
    }
  });
});

// Not every ffmpeg writes these; they are Vorbis comments: https://wiki.xiph.org/Chapter_Extension
test.each([
  ['ogg', 'libvorbis'],
  ['opus', 'libopus'],
])('chapters in the comments of %s are read', async (ending, codec) => {
  const comments = ['CHAPTER000=00:00:00.000', 'CHAPTER000NAME=One', 'CHAPTER001=00:00:02.500'];
  const metadata = [...comments, 'CHAPTER001NAME=“訪談”'].flatMap((one) => ['-metadata', one]);
  await bench.make('-i', 'tone.wav', ...metadata, '-c:a', codec, `comments.${ending}`);
  expect(await readChapters(bench.ffmpeg, bench.at(`comments.${ending}`))).toEqual([
    { start: 0, title: 'One' },
    { start: 2.5, title: '“訪談”' },
  ]);
  expect(await hasChapters(`comments.${ending}`)).toBe(true);
});

test('chapters are put in order, and those without a title are numbered', async () => {
  const chapter = (start: number, more = '') =>
    `[CHAPTER]\nTIMEBASE=1/10\nSTART=${start}\nEND=${start + 5}\n${more}`;
  const text = `;FFMETADATA1\n${chapter(20)}${chapter(0, 'title=Two\\\nlines\n')}${chapter(10)}`;
  expect(await chaptered('loose.mp3', text)).toEqual([
    { start: 0, title: 'Two lines' },
    { start: 1, title: 'Chapter 2' },
    { start: 2, title: 'Chapter 3' },
  ]);
});

test('tags that look like chapters are none', async () => {
  const text = ';FFMETADATA1\ntitle=A\\\n[CHAPTER]\\\nSTART\\=5\n';
  expect(await chaptered('none.mp3', text)).toEqual([]);
});

test('a recording without chapters has none', async () => {
  expect(await readChapters(bench.ffmpeg, bench.at('tone.wav'))).toEqual([]);
  expect(await hasChapters('tone.wav')).toBe(false);
});

test('a file that cannot be read has none', async () => {
  await writeFile(bench.at('empty.mp3'), '');
  expect(await readChapters(bench.ffmpeg, bench.at('empty.mp3'))).toEqual([]);
});

test('reading can be cancelled', async () => {
  const work = readChapters(bench.ffmpeg, bench.at('tone.wav'), AbortSignal.abort());
  expect(await codeOf(work)).toBe('cancelled');
});
