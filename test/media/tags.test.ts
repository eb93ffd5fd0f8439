import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTags } from '../../src/media/tags.ts';
import { writeTone } from './make-sound.ts';
import { useWorkbench } from './workbench.ts';

const bench = useWorkbench();
const said = {
  title: 'Zürich – “訪談”; a = b # c \\ d',
  artist: 'Ärzte & Söhne <b>',
  album: 'Gespräche',
  comment: 'One line\nand another',
};

beforeAll(() => writeTone(bench.at('tone.wav'), { seconds: 1 }));

async function tagged(file: string, tags: Record<string, string>, ...options: string[]) {
  const metadata = Object.entries(tags).flatMap(([name, value]) => [
    '-metadata',
    `${name}=${value}`,
  ]);
  await bench.make('-i', 'tone.wav', ...metadata, ...options, file);
  return readTags(bench.at(file));
}

describe('title, artist, album, date and comment come out of every container', () => {
  test.each([
    ['mp3', ['-id3v2_version', '3']],
    ['mp3', ['-id3v2_version', '4']],
    ['m4a', []],
    ['ogg', ['-c:a', 'libvorbis']],
    ['opus', []],
    ['flac', []],
    ['wav', []],
    ['aiff', ['-write_id3v2', '1']],
    ['webm', ['-c:a', 'libopus']],
  ])('%s', async (ending, options) => {
    const tags = await tagged(`tagged.${ending}`, { ...said, date: '2015-07-21' }, ...options);
    expect(tags).toMatchObject({ ...said, date: '2015-07-21T00:00:00.000Z', cover: null });
  });
});

describe('a date', () => {
  test.each([
    ['2015', '2015-01-01T00:00:00.000Z'],
    ['2015-07', '2015-07-01T00:00:00.000Z'],
    ['2015-07-21', '2015-07-21T00:00:00.000Z'],
    ['2015-07-21T23:59:00+02:00', '2015-07-21T00:00:00.000Z'],
    ['2015-02-31', null],
    ['last summer', null],
    ['0', null],
  ])('%s is read as %s', async (date, expected) => {
    expect((await tagged('dated.flac', { date })).date).toBe(expected);
  });
});

test('tags that say nothing are null, not empty', async () => {
  expect(await tagged('blank.flac', { title: '  ', artist: '' })).toEqual({
    title: null,
    artist: null,
    album: null,
    date: null,
    description: null,
    comment: null,
    language: null,
    cover: null,
  });
});

test('control characters are taken out, line ends stay', async () => {
  const { title, comment } = await tagged('odd.flac', {
    title: 'A\u0007\u001bB',
    comment: 'a\r\nb',
  });
  expect({ title, comment }).toEqual({ title: 'AB', comment: 'a\nb' });
});

test('real Latin-1 in a WAV stays what it was', async () => {
  await tagged('latin.wav', { title: 'X' });
  const { title } = await readTags(
    await rewritten('latin.wav', 'INAM', Buffer.from('Café', 'latin1')),
  );
  expect(title).toBe('Café');
});

test('the front cover comes with its bytes', async () => {
  const black = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', '64x64'];
  await bench.make(...black, '-i', '/dev/zero', '-frames:v', '1', 'cover.png');
  const art = ['-map', '0', '-map', '1', '-c:v', 'copy', '-disposition:v', 'attached_pic'];
  await bench.make('-i', 'tone.wav', '-i', 'cover.png', ...art, 'art.mp3');
  const { cover } = await readTags(bench.at('art.mp3'));
  expect(cover?.type).toBe('image/png');
  expect(Buffer.from(cover?.bytes ?? []).toString('latin1', 1, 4)).toBe('PNG');
});

test.each([
  ['nothing', ''],
  ['text', 'no sound'],
  ['an ID3 tag that claims to be huge', 'ID3\x03\0\0\x7f\x7f\x7f\x7fTIT2\x7f\x7f\x7f\x7f\0\0\x01'],
])('a file of %s has no tags and throws nothing', async (_what, content) => {
  await writeFile(bench.at('odd.mp3'), content, 'latin1');
  expect((await readTags(bench.at('odd.mp3'))).title).toBeNull();
});

test('a file that is not there has no tags and throws nothing', async () => {
  expect((await readTags(bench.at('nowhere.mp3'))).title).toBeNull();
});

/** A WAV with the value of one INFO tag replaced by raw bytes. */
async function rewritten(file: string, id: string, value: Buffer): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const bytes = await readFile(bench.at(file));
  const list = bytes.indexOf('LIST', 0, 'latin1');
  const info = Buffer.alloc(12 + 8 + value.length + 1 + ((value.length + 1) % 2));
  info.write('LIST', 0, 'latin1');
  info.writeUInt32LE(info.length - 8, 4);
  info.write(`INFO${id}`, 8, 'latin1');
  info.writeUInt32LE(value.length + 1, 16);
  value.copy(info, 20);
  const rest = bytes.subarray(list + 8 + bytes.readUInt32LE(list + 4));
  const whole = Buffer.concat([bytes.subarray(0, list), info, rest]);
  whole.writeUInt32LE(whole.length - 8, 4);
  await writeFile(bench.at('rewritten.wav'), whole);
  return bench.at('rewritten.wav');
}
