import type { Audio, Chapter, Waveform } from '../episode/episode.ts';
import { encodeMp3, remuxM4a } from '../media/encode.ts';
import { type Measured, measure } from '../media/measure.ts';
import type { Probe } from '../media/probe.ts';
import { copyGiven, type DerivedFile, makeDerived } from '../store/derived-file.ts';
import { allThere } from '../store/given-files.ts';
import { hashOf } from '../store/hash-file.ts';
import type { Manifest } from '../store/manifest.ts';
import type { Tools } from './tools.ts';

export interface SoundOrder {
  path: string;
  name: string;
  sha256: string;
  probed: Probe;
  published: string;
  normalize: boolean;
  /** Written into an MP3 that we make; a file served as given keeps its own. */
  inTheFile: {
    title: string;
    artist: string;
    album: string;
    date: string;
    chapters: Chapter[];
    cover: { path: string; hash: string } | null;
  };
  previous: Manifest | null;
}

export interface Sound {
  audio: Audio;
  waveform: Waveform;
  /** Identifies the recording and what was done to it. */
  key: string;
  /** What is odd about the recording, in plain sentences. */
  warnings: string[];
}

/** Raised when the same recording would come out otherwise. */
const recipeVersion = 1;

/**
 * Measures the recording and makes the file that is served: the very bytes that were given for MP3 and for
 * AAC in MP4, AAC without a container put into one, an MP3 at −16 LUFS for everything else or on request.
 */
export async function makeSound(order: SoundOrder, tools: Tools): Promise<Sound> {
  const way = wayFor(order);
  const key = keyOf(order, way);
  const { previous } = order;
  if (previous?.soundKey === key) {
    const { audio, waveform } = previous.episode;
    if (await allThere(order.published, [audio.file, waveform.file])) {
      return { audio, waveform, key, warnings: previous.soundWarnings };
    }
  }

  const given = await measure(tools.ffmpeg, order.path, {
    name: order.name,
    expected: order.probed.duration,
    signal: tools.signal,
    onProgress: (share) => tools.onStep('measure', share),
  });
  const { file, served } = await makeFile(order, way, given, tools);
  const waveform = await makeDerived(
    order.published,
    { stem: 'waveform', ending: 'json' },
    JSON.stringify(served.peaks),
  );
  const extension = way === 'encode' || order.probed.kind === 'mp3' ? 'mp3' : 'm4a';
  return {
    key,
    warnings: given.warnings,
    waveform: { file: waveform.file },
    audio: {
      file: file.file,
      extension,
      type: extension === 'mp3' ? 'audio/mpeg' : 'audio/x-m4a',
      bytes: file.bytes,
      sha256: file.sha256,
      duration: served.duration,
      bitrate: Math.round((file.bytes * 8) / served.duration),
      channels: way === 'encode' ? Math.min(order.probed.channels, 2) : order.probed.channels,
      sampleRate: way === 'encode' ? 44_100 : order.probed.sampleRate,
      asGiven: way === 'keep',
      loudness: served.loudness,
    },
  };
}

function keyOf({ sha256, inTheFile }: SoundOrder, way: Way): string {
  const { cover, ...said } = inTheFile;
  // By the cover's content: its path changes when an episode moves.
  const written = way === 'encode' ? [said, cover?.hash ?? null] : null;
  return hashOf(JSON.stringify([recipeVersion, sha256, way, written]));
}

type Way = 'keep' | 'remux' | 'encode';

function wayFor({ probed, normalize }: SoundOrder): Way {
  if (normalize || probed.kind === 'other') return 'encode';
  return probed.kind === 'adts' ? 'remux' : 'keep';
}

/** The file that is served, and what was measured of it. */
async function makeFile(
  order: SoundOrder,
  way: Way,
  given: Measured,
  { ffmpeg, signal, onStep }: Tools,
): Promise<{ file: DerivedFile; served: Measured }> {
  const ending = way === 'encode' || order.probed.kind === 'mp3' ? 'mp3' : 'm4a';
  let served = given;
  const file = await makeDerived(order.published, { stem: 'audio', ending }, async (beside) => {
    if (way === 'keep') return copyGiven(order.path, beside);
    if (way === 'remux') return remuxM4a(ffmpeg, order.path, beside, { signal });
    const { chapters, cover, ...tags } = order.inTheFile;
    served = await encodeMp3(ffmpeg, order.path, beside, {
      measured: given,
      channels: order.probed.channels,
      tags,
      chapters,
      coverPath: cover?.path ?? null,
      signal,
      onProgress: (share) => onStep('encode', share),
    });
  });
  return { file, served };
}
