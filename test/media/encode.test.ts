import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readChapters } from '../../src/media/chapters.ts';
import { type EncodeOptions, encodeMp3, remuxM4a } from '../../src/media/encode.ts';
import { type Measured, measure } from '../../src/media/measure.ts';
import { probe } from '../../src/media/probe.ts';
import { readTags } from '../../src/media/tags.ts';
import { writeSpeechlike, writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();
const tags = {
  title: 'Zürich; “訪談”',
  artist: 'R & F',
  album: 'Show',
  date: '2015-07-21T10:00:00Z',
};

beforeAll(async () => {
  const black = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', '64x64'];
  const big = ['-frames:v', '1', '-vf', 'scale=1500:1500'];
  await bench.make(...black, '-i', '/dev/zero', ...big, 'cover.png');
});

async function encode(from: string, to: string, options: Partial<EncodeOptions> = {}) {
  const { duration, channels } = await probe(bench.ffmpeg, bench.at(from), { name: from });
  const measured = await measure(bench.ffmpeg, bench.at(from), { name: from, expected: duration });
  const plain = { measured, channels, tags, chapters: [], coverPath: null };
  await encodeMp3(bench.ffmpeg, bench.at(from), bench.at(to), { ...plain, ...options });
}

/** What is measured of the file that came out. */
async function encoded(from: string, to: string): Promise<Measured> {
  await encode(from, to);
  return measure(bench.ffmpeg, bench.at(to), { name: to });
}

describe('an encoded recording is at −16 LUFS, its true peak at most −1 dBTP', () => {
  test.each([
    ['speech with hard peaks', { amplitude: 0.1, channels: 2 }],
    ['quiet speech', { amplitude: 0.03, channels: 1 }],
    ['speech at full scale', { amplitude: 0.6, channels: 2 }],
  ])('%s', async (_what, shape) => {
    await writeSpeechlike(bench.at('speech.wav'), { seconds: 8, ...shape });
    const { duration, loudness } = await encoded('speech.wav', 'speech.mp3');
    expect(Math.abs(loudness.integrated! + 16)).toBeLessThanOrEqual(0.5);
    expect(loudness.truePeak).toBeLessThanOrEqual(-1);
    expect(duration).toBeCloseTo(8, 1);
  });

  test('a tone that was far too loud', async () => {
    await writeTone(bench.at('loud.wav'), { seconds: 3, amplitude: 0.95, channels: 2 });
    const { loudness } = await encoded('loud.wav', 'loud.mp3');
    expect(Math.abs(loudness.integrated! + 16)).toBeLessThanOrEqual(0.5);
  });
});

test('silence stays silence', async () => {
  await writeTone(bench.at('silence.wav'), { seconds: 2, amplitude: 0 });
  const { duration, loudness } = await encoded('silence.wav', 'silence.mp3');
  expect(duration).toBeCloseTo(2, 1);
  expect(loudness.integrated).toBeNull();
});

test('what is nearly silent is made louder by 30 dB and no more', async () => {
  await writeTone(bench.at('faint.wav'), { seconds: 3, hz: 997, amplitude: 0.001 });
  const { loudness } = await encoded('faint.wav', 'faint.mp3');
  expect(Math.abs(loudness.integrated! - (-63.5 + 30))).toBeLessThan(1);
});

test('a sound too short to have a loudness still keeps to the peak', async () => {
  await writeTone(bench.at('blip.wav'), { seconds: 0.2, amplitude: 0.99 });
  const { loudness } = await encoded('blip.wav', 'blip.mp3');
  expect(loudness.truePeak).toBeLessThanOrEqual(-1);
});

test('one channel becomes 96 kbit/s mono, more become 128 kbit/s stereo, at a constant rate', async () => {
  const shape = { container: 'mp3', codec: 'mp3', kind: 'mp3', sampleRate: 44_100 };
  await writeTone(bench.at('mono.wav'), { seconds: 1, sampleRate: 16_000 });
  await encode('mono.wav', 'mono.mp3');
  const mono = await probe(bench.ffmpeg, bench.at('mono.mp3'), { name: 'mono' });
  expect(mono).toMatchObject({ ...shape, channels: 1, bitrate: 96_000 });
  await bench.make('-i', 'mono.wav', '-ac', '6', '-ar', '48000', 'six.flac');
  await encode('six.flac', 'six.mp3');
  const stereo = await probe(bench.ffmpeg, bench.at('six.mp3'), { name: 'six' });
  expect(stereo).toMatchObject({ ...shape, channels: 2, bitrate: 128_000 });
});

test('title, date, cover and chapters are in the file, and the same input gives the same bytes', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 3 });
  const chapters = [
    { start: 0, title: 'Begrüßung; a = b # c' },
    { start: 1.5, title: 'Line\nend' },
  ];
  const told: number[] = [];
  const onProgress = (share: number) => void told.push(share);
  const options = { chapters, coverPath: bench.at('cover.png'), onProgress };
  await encode('tone.wav', 'one.mp3', options);
  await encode('tone.wav', 'two.mp3', options);
  const { title, artist, album, date, cover } = await readTags(bench.at('one.mp3'));
  expect({ title, artist, album, date }).toEqual({ ...tags, date: '2015-07-21T00:00:00.000Z' });
  expect(cover?.type).toBe('image/jpeg');
  expect(cover?.bytes.length).toBeLessThan(100_000);
  expect(await readChapters(bench.ffmpeg, bench.at('one.mp3'))).toEqual([
    chapters[0],
    { start: 1.5, title: 'Line end' },
  ]);
  const bytes = await readFile(bench.at('one.mp3'));
  expect(bytes.equals(await readFile(bench.at('two.mp3')))).toBe(true);
  expect(bytes.subarray(0, 4)).toEqual(Buffer.from('ID3\x03', 'latin1'));
  expect(told.at(-1)).toBe(1);
});

test('the tags of the input are not carried over', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 1 });
  await bench.make(
    '-i',
    'tone.wav',
    '-metadata',
    'comment=Private',
    '-metadata',
    'genre=X',
    'in.flac',
  );
  await encode('in.flac', 'out.mp3', { tags: { ...tags, artist: '', title: 'A\u0000B' } });
  const bytes = await readFile(bench.at('out.mp3'), 'latin1');
  expect(bytes).not.toContain('Private');
  expect(await readTags(bench.at('out.mp3'))).toMatchObject({ title: 'A B', artist: null });
});

test('a cover that is no picture is named as the reason', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 1 });
  const work = encode('tone.wav', 'no.mp3', { coverPath: bench.at('tone.wav') });
  expect(await codeOf(work)).toBe('cover_unreadable');
});

test('encoding can be cancelled', async () => {
  await writeTone(bench.at('long.wav'), { seconds: 30, sampleRate: 8000 });
  const controller = new AbortController();
  const onProgress = () => controller.abort();
  const work = encode('long.wav', 'no.mp3', { signal: controller.signal, onProgress });
  expect(await codeOf(work)).toBe('cancelled');
});

test('AAC without a container becomes an M4A with the same sound, its index first', async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 3 });
  await bench.make('-i', 'tone.wav', '-f', 'adts', 'tone.aac');
  await remuxM4a(bench.ffmpeg, bench.at('tone.aac'), bench.at('tone.m4a'), {});
  await remuxM4a(bench.ffmpeg, bench.at('tone.aac'), bench.at('again.m4a'), {});
  const found = await probe(bench.ffmpeg, bench.at('tone.m4a'), { name: 'tone.m4a' });
  expect(found).toMatchObject({ kind: 'm4a', codec: 'aac' });
  expect(found.duration).toBeCloseTo(3, 0);
  const bytes = await readFile(bench.at('tone.m4a'));
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  expect(bytes.equals(await readFile(bench.at('again.m4a')))).toBe(true);
});
