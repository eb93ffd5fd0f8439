import { answers, asksFor, type Fault, file, inFull, isHead, json, text } from './plant.ts';
import { makePng } from './planted-feed.ts';

/** What can be wrong with the files that a feed names. */
export const fileFaults: Fault[] = [
  ['no sound', text('/one.mp3', '/none.mp3'), 'audio-unreachable'],
  [
    'a web page for sound',
    file('/one.mp3', { body: Buffer.from('<!doctype html>') }),
    'enclosure-content',
  ],
  [
    'M4A by the name of MP3',
    file('/one.mp3', { body: Buffer.from(`\0\0\0 ftypM4A ${'.'.repeat(4000)}`) }),
    'enclosure-extension',
  ],
  [
    'sound as plain bytes',
    file('/one.mp3', { type: 'application/octet-stream' }),
    'audio-served-type',
  ],
  ['HEAD refused', answers('/one.mp3', isHead, (r) => r.writeHead(405).end()), 'audio-head'],
  [
    'HEAD without a length',
    answers('/one.mp3', isHead, (r) => r.writeHead(200).end()),
    'audio-head-length',
  ],
  ['no ranges', answers('/one.mp3', asksFor(/./), inFull), 'audio-range'],
  ['no ranges from the end', answers('/one.mp3', asksFor(/=-/), inFull), 'audio-range-suffix'],
  ['no open ranges', answers('/one.mp3', asksFor(/\d-$/), inFull), 'audio-range-open'],
  [
    'a wrong range',
    answers('/one.mp3', asksFor(/0-1/), (r) =>
      r.writeHead(206, { 'content-range': 'bytes 0-2/9' }).end('abc'),
    ),
    'audio-range',
  ],
  ['art that is not there', text('/art.png', '/gone.png'), 'art-unreachable'],
  ['art that is oblong', file('/art.png', { body: makePng(1400, 1500) }), 'art-not-square'],
  ['art that is small', file('/art.png', { body: makePng(300) }), 'art-size'],
  ['art that is transparent', file('/art.png', { body: makePng(1400, 1400, 6) }), 'art-alpha'],
  [
    'art that is heavy',
    file('/art.png', { body: Buffer.concat([makePng(1400), Buffer.alloc(600_000)]) }),
    'art-heavy',
  ],
  ['art in CMYK', file('/art.png', { body: cmykJpeg() }), 'art-colours'],
  ['a JPEG by the name of PNG', file('/art.png', { body: cmykJpeg() }), 'art-extension'],
  [
    'WebP by the name of PNG',
    file('/art.png', { body: Buffer.from('RIFF0000WEBPVP8 ') }),
    'art-content',
  ],
  ['HEAD refused for art', answers('/art.png', isHead, (r) => r.writeHead(405).end()), 'art-head'],
  ['no ranges of art', answers('/art.png', asksFor(/./), inFull), 'art-range'],
  ['no transcript', text('/one.vtt', '/none.vtt'), 'transcript-unreachable'],
  [
    'a transcript type with a parameter',
    text('"text/vtt"', '"text/vtt; charset=utf-8"'),
    'transcript-type',
  ],
  [
    'captions unsigned',
    file('/one.vtt', {
      body: Buffer.from('00:00.000 --> 00:01.000\nHi\n\n00:01.000 --> 00:02.000\nHo\n'),
    }),
    'transcript-other-format',
  ],
  [
    'captions with broken times',
    file('/one.vtt', { body: Buffer.from('WEBVTT\n\n00:00:00,100 --> 0:1\nHi there.\n') }),
    'transcript-problems',
  ],
  [
    'captions that are empty',
    file('/one.vtt', { body: Buffer.from('WEBVTT\n') }),
    'transcript-unreadable',
  ],
  [
    'a transcript closed to pages',
    file('/one.vtt', { headers: { 'access-control-allow-origin': '' } }),
    'transcript-cors',
  ],
  [
    'a transcript as plain text',
    file('/one.vtt', { type: 'text/plain' }),
    'transcript-served-type',
  ],
  ['chapters of no type', text('json+chapters"', 'json"'), 'chapters-type'],
  ['chapters that are not there', text('/one.json', '/none.json'), 'chapters-unreachable'],
  ['chapters that are none', file('/one.json', json({ chapters: [] })), 'chapters-unreadable'],
  [
    'chapters out of order',
    file(
      '/one.json',
      json({ version: '1.2.0', chapters: [0, 1, 0.5].map((startTime) => ({ startTime })) }),
    ),
    'chapters-order',
  ],
  ['a chapter too many', text(/<psc:chapter start="00:00:01[^>]*>/, ''), 'chapters-differ'],
  ['a chapter without a title', text('title="From 1"', ''), 'simple-chapters-form'],
];

/** The beginning of a JPEG whose frame has four colours. */
function cmykJpeg(): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 20, 8, 0x05, 0x78, 0x05, 0x78, 4]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.alloc(40)]);
}
