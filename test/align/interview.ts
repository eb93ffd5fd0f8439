import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Aligned, AlignOrder } from '../../src/align/align.ts';
import { sampleRate } from '../../src/align/sample-rate.ts';
import { type Transcript, type Word, wordsOf } from '../../src/episode/transcript.ts';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { readSound } from '../../src/media/read-sound.ts';
import { readTranscript } from '../../src/transcript/read.ts';

const root = join(import.meta.dirname, '..', '..');
const episode = join(root, 'episodes', 'how-loud-is-a-voice');

/** Half a minute of the sample show: two voices, and when each of their lines begins. */
export interface Interview {
  sound: Int16Array;
  /** Without times. */
  transcript: Transcript;
  /** First words of lines by index, with the seconds at which they are spoken. */
  lines: { word: number; start: number }[];
}

/** @param seconds from the beginning; lines that end later are left out */
export async function readInterview(seconds: number): Promise<Interview> {
  const ffmpeg = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  const blocks: Int16Array[] = [];
  let samples = 0;
  for await (const block of readSound(ffmpeg, join(episode, 'recording.mp3'), {
    rate: sampleRate,
  })) {
    blocks.push(block);
    samples += block.length;
    if (samples >= seconds * sampleRate) break;
  }
  const sound = new Int16Array(seconds * sampleRate);
  let at = 0;
  for (const block of blocks) {
    sound.set(block.subarray(0, sound.length - at), at);
    at += Math.min(block.length, sound.length - at);
  }
  const given = await readFile(join(episode, 'transcript.vtt'));
  const { transcript } = readTranscript(given, 'transcript.vtt');
  return { sound, ...untime(transcript, seconds) };
}

/** Takes the times off, and what is spoken after so many seconds. */
function untime({ turns, ...rest }: Transcript, seconds: number): Omit<Interview, 'sound'> {
  const lines: Interview['lines'] = [];
  let index = 0;
  let line = { word: 0, start: 0 };
  let kept = true;
  const paragraphsOf = (words: Word[]) => {
    const left: Word[] = [];
    let open: Word[] = [];
    for (const word of words) {
      if (word.start !== null) line = { word: index + left.length, start: word.start };
      open.push({ ...word, start: null, end: null });
      if (word.end === null) continue;
      kept &&= word.end < seconds;
      if (kept) {
        left.push(...open);
        lines.push(line);
      }
      open = [];
    }
    index += left.length;
    return { words: left };
  };
  const cut = turns
    .map((turn) => ({
      ...turn,
      paragraphs: turn.paragraphs
        .map(({ words }) => paragraphsOf(words))
        .filter(({ words }) => words.length > 0),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  return { transcript: { ...rest, turns: cut }, lines };
}

const model = readFile(join(root, 'src', 'align', 'model', 'cmu-en-us.bin'));
const built = (name: string) =>
  import(pathToFileURL(join(root, 'dist', 'for-tests', `${name}.js`)).href);

/** Aligns with the aligner as it was built before the tests. */
export async function alignSound(
  sound: Int16Array,
  transcript: Transcript,
  language = 'en',
  signal?: AbortSignal,
): Promise<Aligned> {
  const { align } = (await built('align')) as typeof import('../../src/align/align.ts');
  return align({ ...(await orderFor(sound, transcript)), language, ...(signal && { signal }) });
}

/** Aligns what was changed since; null where that is better left to `alignSound`. */
export async function realignSound(
  sound: AlignOrder['sound'] | Int16Array,
  transcript: Transcript,
  { tuning, ...previous }: Aligned,
): Promise<Aligned | null> {
  const { realign } = (await built('realign')) as typeof import('../../src/align/realign.ts');
  if (tuning === null) throw new Error('there is nothing to go by');
  // As it comes back from the disk.
  const before = JSON.parse(JSON.stringify({ ...previous, tuning }));
  return realign(await orderFor(sound, transcript), before);
}

async function orderFor(
  sound: AlignOrder['sound'] | Int16Array,
  transcript: Transcript,
): Promise<AlignOrder> {
  const blocks = sound instanceof Int16Array ? [sound] : sound;
  const expected = sound instanceof Int16Array ? sound.length / sampleRate : null;
  return { sound: blocks, expected, transcript, language: 'en', model: await model };
}

/** When each word begins. */
export function startsOf(transcript: Transcript): (number | null)[] {
  return Array.from(wordsOf(transcript), ({ start }) => start);
}

/** A transcript of one speaker, sentence by sentence a paragraph. */
export function plain(...sentences: string[]): Transcript {
  const paragraphs = sentences.map((sentence) => ({
    words: sentence
      .split(' ')
      .map((text): Word => ({ text, start: null, end: null, confidence: null })),
  }));
  return { language: 'en', speakers: [], turns: [{ speakers: [], paragraphs }] };
}
