import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { describePicture, shrinkPicture } from '../../src/media/picture.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();

/** Draws a picture of that size. */
async function draw(file: string, width: number, height: number): Promise<Buffer> {
  const grey = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', '64x64'];
  const scale = ['-frames:v', '1', '-vf', `scale=${width}:${height}`];
  await bench.make(...grey, '-i', '/dev/zero', ...scale, file);
  return readFile(bench.at(file));
}

describe('directories take a cover', () => {
  test.each([
    ['square.jpg', 1400, 1400, 'image/jpeg', null],
    ['square.png', 3000, 3000, 'image/png', null],
    ['small.jpg', 1399, 1399, 'image/jpeg', 'below 1400'],
    ['big.jpg', 3001, 3001, 'image/jpeg', 'above 3000'],
    ['wide.png', 1600, 1400, 'image/png', 'only square ones'],
  ])('or not: %s', async (file, width, height, type, problem) => {
    const picture = describePicture(await draw(file, width, height), file);
    expect(picture).toMatchObject({ type, width, height, forDirectories: problem === null });
    if (problem === null) expect(picture.problem).toBeNull();
    else expect(picture.problem).toContain(problem);
  });
});

test.each([
  ['nothing', ''],
  ['text', 'a picture, in words'],
  ['a GIF', 'GIF89a\x01\0\x01\0\x80\0\0'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400"/>'],
  ['half a PNG header', '\x89PNG\r\n\x1a\n'],
])('%s is no cover', (_what, content) => {
  const describe = () => describePicture(Buffer.from(content, 'latin1'), 'cover.jpg');
  expect(describe).toThrow(expect.objectContaining({ code: 'cover_unreadable' }));
});

test('a small one keeps the shape, is a JPEG and carries no metadata', async () => {
  await draw('wide.png', 1600, 800);
  await bench.make('-i', 'wide.png', '-metadata', 'comment=Secret place', 'tagged.jpg');
  await shrinkPicture(bench.ffmpeg, bench.at('tagged.jpg'), bench.at('small.jpg'), { size: 600 });
  const bytes = await readFile(bench.at('small.jpg'));
  const { type, width, height } = describePicture(bytes, 'small.jpg');
  expect({ type, width, height }).toEqual({ type: 'image/jpeg', width: 600, height: 300 });
  expect(bytes.includes('Secret')).toBe(false);
  expect(bytes.includes('Lav')).toBe(false);
});

test('a picture that is small already is not blown up', async () => {
  await draw('tiny.png', 100, 100);
  await shrinkPicture(bench.ffmpeg, bench.at('tiny.png'), bench.at('small.jpg'), { size: 600 });
  expect(describePicture(await readFile(bench.at('small.jpg')), 'small').width).toBe(100);
});

test('its name means nothing', async () => {
  await draw('plain.png', 100, 100);
  for (const name of ['cover %d.png', '-cover.jpg', 'a:b', 'http:x.gif']) {
    await copyFile(bench.at('plain.png'), bench.at(name));
    await shrinkPicture(bench.ffmpeg, bench.at(name), bench.at('%d:out'), { size: 50 });
    expect(describePicture(await readFile(bench.at('%d:out')), name).width).toBe(50);
  }
});

test.each([
  ['text', Buffer.from('no picture')],
  ['a JPEG that stops at once', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1')],
])('%s cannot be shrunk', async (_what, bytes) => {
  await writeFile(bench.at('broken'), bytes);
  const work = shrinkPicture(bench.ffmpeg, bench.at('broken'), bench.at('no.jpg'), { size: 600 });
  expect(await codeOf(work)).toBe('cover_unreadable');
});

test('a picture that would unpack to a billion pixels is not opened', async () => {
  const bytes = await draw('bomb.png', 64, 64);
  bytes.writeUInt32BE(32_000, 16);
  bytes.writeUInt32BE(32_000, 20);
  await writeFile(bench.at('bomb.png'), bytes);
  const work = shrinkPicture(bench.ffmpeg, bench.at('bomb.png'), bench.at('no.jpg'), { size: 600 });
  expect(await codeOf(work)).toBe('cover_unreadable');
});
