import { AlongsideError } from '../episode/error.ts';

/** What ffmpeg says it found in a file. */
export interface Streams {
  container: string;
  /** Seconds; null where ffmpeg only estimates. */
  duration: number | null;
  /** Whether there are moving pictures; cover art is none. */
  video: boolean;
  /** Of the first sound. */
  codec: string;
  channels: number;
  sampleRate: number;
  bitrate: number | null;
  chapters: boolean;
}

/**
 * Reads what ffmpeg prints about an input on stderr.
 *
 * @throws recording_not_audio, recording_truncated, recording_unreadable
 */
export function describeStreams(lines: string[], name: string): Streams {
  const first = lines.findIndex((line) => line.startsWith('Input #0, '));
  if (first === -1) throw whyNot(lines, name);
  const end = lines.findIndex(
    (line, at) => at > first && /^(?:Input #1|Output #0|Stream mapping)/.test(line),
  );
  const input = lines.slice(first, end === -1 ? lines.length : end);
  const head = input.find((line) => line.startsWith('  Duration: ')) ?? '';
  const streams = input.filter((line) => /^ {2,4}Stream #0:\d/.test(line));
  const sound = streams.find((line) => line.includes(': Audio: '));
  if (sound === undefined) throw noSound(streams, name);
  return {
    container: /^Input #0, (.+), from /.exec(input[0] ?? '')?.[1] ?? '',
    duration: isEstimate(lines) ? null : secondsIn(head),
    video: streams.some(isVideo),
    codec: /: Audio: (\w+)/.exec(sound)?.[1] ?? '',
    channels: channelsIn(sound),
    sampleRate: Number(/, (\d+) Hz/.exec(sound)?.[1] ?? 0),
    bitrate: bitrateIn(sound, /, (\d+) kb\/s/) ?? bitrateIn(head, /bitrate: (\d+) kb\/s/),
    chapters: input.some((line) => /^ {2,4}Chapter #0[:.]\d/.test(line)),
  };
}

function isEstimate(lines: string[]): boolean {
  return lines.some((line) =>
    /^\[\S+ @ \w+\] (?:Estimating duration from bitrate|.*using bitrate for duration)/.test(line),
  );
}

function secondsIn(head: string): number | null {
  const time = /Duration: (\d+):(\d\d):(\d\d\.\d+)/.exec(head);
  return time ? Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]) : null;
}

/** Cover art is listed as video too; builds before ffmpeg 4.1 do not say what it is, but its clock does. */
function isVideo(stream: string): boolean {
  if (!stream.includes(': Video: ') || stream.includes('(attached pic)')) return false;
  return !/: Video: (?:mjpeg|png|bmp|gif)\b.* 90k tbr/.test(stream);
}

function bitrateIn(text: string, pattern: RegExp): number | null {
  const kilobits = Number(pattern.exec(text)?.[1] ?? 0);
  return kilobits > 0 ? kilobits * 1000 : null;
}

function channelsIn(sound: string): number {
  const layout = / Hz, ([^,]+)/.exec(sound)?.[1] ?? '';
  const named = { mono: 1, stereo: 2, downmix: 2, quad: 4, hexagonal: 6, octagonal: 8 }[
    /^[a-z]+/.exec(layout)?.[0] ?? ''
  ];
  const dotted = /^(\d+)\.(\d)/.exec(layout);
  if (named !== undefined) return named;
  if (dotted) return Number(dotted[1]) + Number(dotted[2]);
  return Number(/^(\d+) channels/.exec(layout)?.[1] ?? 0);
}

function noSound(streams: string[], name: string): AlongsideError {
  const message = streams.some(isVideo)
    ? 'This is a video without sound.'
    : 'There is no sound in this file.';
  return new AlongsideError('recording_not_audio', message, {
    file: name,
    remedy: 'Give a file that has the sound of the interview in it.',
  });
}

function whyNot(lines: string[], name: string): AlongsideError {
  const said = new Error(lines.slice(-20).join('\n'));
  const all = said.message;
  if (/moov atom not found/.test(all)) {
    return new AlongsideError(
      'recording_truncated',
      'The recording breaks off before its table of contents (moov), so nothing in it can be played.',
      { file: name, remedy: 'Copy it again from where it was recorded, to its end.' },
      said,
    );
  }
  const refused = /\[(\w+)[^\]]*\] Format not on whitelist/.exec(all)?.[1];
  if (refused) {
    return new AlongsideError(
      'recording_not_audio',
      `This is a file of the kind “${refused.replace(/_pipe$/, '')}”, not a recording we take.`,
      { file: name, remedy: 'Save it as MP3, M4A, Ogg, Opus, FLAC, WAV or AIFF and give that.' },
      said,
    );
  }
  return new AlongsideError(
    'recording_unreadable',
    'ffmpeg cannot make out any sound in this file.',
    { file: name, remedy: 'Play it to see whether it is whole; save it anew as MP3, WAV or FLAC.' },
    said,
  );
}
