import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measure } from '../../src/media/measure.ts';
import { type Probe, probe } from '../../src/media/probe.ts';
import { readTags } from '../../src/media/tags.ts';
import { writeTone } from './make-sound.ts';
import { codeOf, useWorkbench } from './workbench.ts';

const bench = useWorkbench();
const look = (file: string) => probe(bench.ffmpeg, bench.at(file), { name: file });
const blackVideo = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', '64x64'];
const video = [...blackVideo, '-framerate', '10', '-t', '2', '-i', '/dev/zero'];

beforeAll(async () => {
  await writeTone(bench.at('tone.wav'), { seconds: 2, channels: 2 });
  await bench.make('-i', 'tone.wav', '-b:a', '128k', 'tone.mp3');
});

describe('every kind of recording is known by its bytes', () => {
  const mp4 = 'mov,mp4,m4a,3gp,3g2,mj2';
  const kinds: [ending: string, options: string[], expected: Partial<Probe>][] = [
    ['wav', [], { container: 'wav', codec: 'pcm_s16le', kind: 'other', bitrate: 1_411_000 }],
    ['mp3', ['-b:a', '128k'], { container: 'mp3', codec: 'mp3', kind: 'mp3', bitrate: 128_000 }],
    ['m4a', [], { container: mp4, codec: 'aac', kind: 'm4a' }],
    ['aac', ['-f', 'adts'], { container: 'aac', codec: 'aac', kind: 'adts', duration: null }],
    ['ogg', ['-c:a', 'libvorbis'], { container: 'ogg', codec: 'vorbis', kind: 'other' }],
    ['opus', [], { container: 'ogg', codec: 'opus', kind: 'other', sampleRate: 48_000 }],
    ['flac', [], { container: 'flac', codec: 'flac', kind: 'other' }],
    ['aiff', [], { container: 'aiff', codec: 'pcm_s16be', kind: 'other' }],
    [
      'webm',
      ['-c:a', 'libopus'],
      { container: 'matroska,webm', codec: 'opus', sampleRate: 48_000 },
    ],
    ['mp2', ['-f', 'mp2'], { container: 'mp3', codec: 'mp2', kind: 'other', duration: null }],
    ['alac.m4a', ['-c:a', 'alac'], { container: mp4, codec: 'alac', kind: 'other' }],
    ['mov', ['-c:a', 'aac'], { container: mp4, codec: 'aac', kind: 'other' }],
  ];
  // By one run: starting ffmpeg takes longer than encoding two seconds.
  beforeAll(() =>
    bench.make(
      ...['-i', 'tone.wav'],
      ...kinds.flatMap(([ending, options]) => [...options, `kind.${ending}`]),
    ),
  );

  test.each(kinds)('%s', async (ending, _options, expected) => {
    await copyFile(bench.at(`kind.${ending}`), bench.at('kind.bin'));
    const { duration, ...found } = await look('kind.bin');
    expect({ duration: null, ...found }).toMatchObject({
      channels: 2,
      sampleRate: 44_100,
      ...expected,
    });
    if (!('duration' in expected)) expect(duration).toBeCloseTo(2, 0);
    const measured = await measure(bench.ffmpeg, bench.at('kind.bin'), {
      name: ending,
      expected: duration,
    });
    expect(measured.duration).toBeGreaterThan(1.95);
    expect(measured.duration).toBeLessThan(2.1);
  });
});

test('one channel and six are counted', async () => {
  await writeTone(bench.at('mono.wav'), { seconds: 0.5 });
  expect(await look('mono.wav')).toMatchObject({ channels: 1 });
  await bench.make('-i', 'mono.wav', '-ac', '6', 'six.flac');
  expect(await look('six.flac')).toMatchObject({ channels: 6 });
});

test('the sound of a video is encoded, never served with the pictures', async () => {
  await bench.make(...video, '-i', 'tone.wav', '-c:v', 'mpeg4', '-c:a', 'aac', 'video.mp4');
  expect(await look('video.mp4')).toMatchObject({ codec: 'aac', kind: 'other' });
});

test('an M4A with cover art is an M4A', async () => {
  await bench.make(...video, '-frames:v', '1', '-vf', 'scale=400:400', 'cover.jpg');
  const art = [
    '-map',
    '0',
    '-map',
    '1',
    '-c:a',
    'aac',
    '-c:v',
    'copy',
    '-disposition:v:0',
    'attached_pic',
  ];
  await bench.make('-i', 'tone.wav', '-i', 'cover.jpg', ...art, 'art.m4a');
  expect(await look('art.m4a')).toMatchObject({ kind: 'm4a' });
});

test('a WAV from a program that could not know its length claims none', async () => {
  const bytes = await readFile(bench.at('tone.wav'));
  bytes.writeUInt32LE(0x7ffff000, 40);
  await writeFile(bench.at('piped.wav'), bytes);
  expect((await look('piped.wav')).duration ?? 2).toBeCloseTo(2, 1);
});

describe('what is no recording is refused by its bytes', () => {
  const text = 'An interview, in words only.\nNothing to hear here.\n';
  test.each([
    ['recording_empty', 'empty', ''],
    ['recording_not_audio', 'plain text', text],
    ['recording_not_audio', 'a web page', '<!DOCTYPE html><html><body>404</body></html>'],
    ['recording_not_audio', 'a ZIP archive', `PK\x03\x04${'\0'.repeat(60)}`],
    ['recording_not_audio', 'a PDF document', '%PDF-1.7\n%\xe2\xe3\n'],
    ['recording_is_playlist', 'ffconcat', 'ffconcat version 1.0\nfile tone.wav\n'],
    ['recording_is_playlist', 'HLS', '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\ntone.aac\n'],
    ['recording_is_playlist', 'M3U', '\xef\xbb\xbf#EXTM3U\nhttp://127.0.0.1:9/secret\n'],
    ['recording_is_playlist', 'M3U', '# mine\n/etc/hidden.mp3\n'],
    ['recording_is_playlist', 'PLS', '[playlist]\nFile1=http://127.0.0.1:9/secret\n'],
    [
      'recording_is_playlist',
      'XSPF',
      '<?xml version="1.0"?>\n<playlist version="1" xmlns="http://xspf.org/ns/0/">',
    ],
    // Once took for ever: every comment doubled the ways to read it.
    ['recording_not_audio', 'plain text', `<?xml version="1.0"?>${'<!---->'.repeat(500)}`],
  ])('%s: %s', async (code, looksLike, content) => {
    await writeFile(bench.at('fake.mp3'), content, 'latin1');
    await expect(look('fake.mp3')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(looksLike),
      facts: { file: 'fake.mp3', remedy: expect.stringMatching(/\.$/) },
    });
  });

  test('a picture', async () => {
    await bench.make(...video, '-frames:v', '1', 'picture.png');
    await copyFile(bench.at('picture.png'), bench.at('picture.mp3'));
    await expect(look('picture.mp3')).rejects.toMatchObject({
      code: 'recording_not_audio',
      message: expect.stringContaining('a PNG picture'),
    });
  });

  test('a video without sound', async () => {
    await bench.make(...video, '-c:v', 'mpeg4', 'mute.mp4');
    await expect(look('mute.mp4')).rejects.toMatchObject({
      code: 'recording_not_audio',
      message: 'This is a video without sound.',
    });
  });

  test('a container that we do not take', async () => {
    await bench.make('-i', 'tone.wav', '-f', 'avi', 'tone.avi');
    await expect(look('tone.avi')).rejects.toMatchObject({
      code: 'recording_not_audio',
      message: expect.stringContaining('“avi”'),
    });
  });

  test('noise that means nothing', async () => {
    let state = 7;
    const noise = Uint8Array.from({ length: 30_000 }, () => {
      state = (state * 16807) % 2147483647;
      return state & 0xff;
    });
    await writeFile(bench.at('noise.mp3'), noise);
    const work = look('noise.mp3').then(() =>
      measure(bench.ffmpeg, bench.at('noise.mp3'), { name: 'noise.mp3' }),
    );
    expect(await codeOf(work)).toBe('recording_unreadable');
  });

  test('an M4A that was cut off before its table of contents', async () => {
    await bench.make('-i', 'tone.wav', 'whole.m4a');
    const whole = await readFile(bench.at('whole.m4a'));
    await writeFile(bench.at('cut.m4a'), whole.subarray(0, whole.length / 2));
    expect(await codeOf(look('cut.m4a'))).toBe('recording_truncated');
  });
});

test.each([
  'an interview, 2nd take.mp3',
  `both "quotes' $HOME.mp3`,
  'take %d of %03d.mp3',
  '-i.mp3',
  'http:talk.mp3',
  'file:talk.mp3',
  'concat:a|b.mp3',
  'Gespräch – 訪談 🎙.mp3',
  'a\nline.mp3',
])('a file may be called %j', async (name) => {
  await mkdir(dirname(bench.at(name)), { recursive: true });
  await copyFile(bench.at('tone.mp3'), bench.at(name));
  expect(await look(name)).toMatchObject({ kind: 'mp3' });
  expect((await measure(bench.ffmpeg, bench.at(name), { name })).duration).toBeCloseTo(2, 1);
  expect(await readTags(bench.at(name))).toMatchObject({ title: null });
});
