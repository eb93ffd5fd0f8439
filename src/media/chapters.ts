import type { Chapter } from '../episode/episode.ts';
import { AlongsideError } from '../episode/error.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/**
 * The chapters in a recording's own tags, ascending: of MP3, M4A, Ogg, Opus and Matroska alike, because
 * ffmpeg reads them all and prints them as one format.
 *
 * @returns none where there are none or they cannot be read
 * @throws ffmpeg_timeout, cancelled
 */
export async function readChapters(
  ffmpeg: Ffmpeg,
  path: string,
  signal?: AbortSignal,
): Promise<Chapter[]> {
  const chunks: Buffer[] = [];
  try {
    await runFfmpeg(ffmpeg, {
      input: path,
      // Else the few milliseconds are taken off that an MP3 encoder puts before the sound.
      outputs: [{ to: 'stdout', options: ['-copyts', '-f', 'ffmetadata'] }],
      signal,
      timeoutMs: 60_000,
      onStdout: (chunk) => void chunks.push(chunk),
    });
  } catch (error) {
    if (error instanceof AlongsideError && error.code === 'ffmpeg_failed') return [];
    throw error;
  }
  return parseChapters(Buffer.concat(chunks).toString('utf8'));
}

/** Chapters as ffmpeg's metadata format, for a file of that many seconds. */
export function printChapters(chapters: Chapter[], duration: number): string {
  const sections = chapters.map(({ start, title }, at) => {
    const end = chapters[at + 1]?.start ?? Math.max(duration, start);
    const times = [`START=${milliseconds(start)}`, `END=${milliseconds(end)}`];
    const name = title.replace(/\p{Cc}/gu, ' ').replace(/[=;#\\]/g, '\\$&');
    return ['[CHAPTER]', 'TIMEBASE=1/1000', ...times, `title=${name}`, ''].join('\n');
  });
  return `;FFMETADATA1\n${sections.join('')}`;
}

/** Of an ID3 chapter without a title ffmpeg gives the element's id. */
const noTitle = /^(?:ch(?:a?p)?_?\d+)?$/i;

/** https://ffmpeg.org/ffmpeg-formats.html#Metadata-2 */
function parseChapters(text: string): Chapter[] {
  const chapters: { start: number; title: string }[] = [];
  for (const section of sectionsOf(text)) {
    if (section.get('') !== '[CHAPTER]') continue;
    const timebase = /^(\d+)\/(\d+)$/.exec(section.get('TIMEBASE') ?? '1/1000000000');
    const unit = timebase ? Number(timebase[1]) / Number(timebase[2]) : Number.NaN;
    const start = Number(section.get('START') ?? Number.NaN) * unit;
    const title = (section.get('title') ?? '').replace(/\p{Cc}/gu, ' ').trim();
    if (Number.isFinite(start)) chapters.push({ start: Math.max(start, 0), title });
  }
  chapters.sort((one, other) => one.start - other.start);
  return chapters.map(({ start, title }, at) => ({
    start,
    title: noTitle.test(title) ? `Chapter ${at + 1}` : title,
  }));
}

/** Each section as its keys and values, its headline under the empty key. */
function sectionsOf(text: string): Map<string, string>[] {
  const sections = [new Map<string, string>()];
  // A line ends at a line end without a backslash before it.
  for (const line of text.match(/(?:\\.|[^\\\n])+/gs) ?? []) {
    if (/^\[\w+\]$/.test(line)) {
      sections.push(new Map([['', line]]));
      continue;
    }
    const pair = /^((?:\\.|[^\\=])+)=(.*)$/s.exec(line);
    if (pair && !/^[;#]/.test(line)) sections.at(-1)?.set(plain(pair[1]!), plain(pair[2]!));
  }
  return sections;
}

function plain(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function milliseconds(seconds: number): number {
  return Math.round(Math.max(seconds, 0) * 1000);
}
