import type { Loudness } from '../episode/episode.ts';

/** How a recording is brought to its loudness. */
export interface Level {
  /** dB, the same from beginning to end. */
  gain: number;
  /** dBTP that the sound may reach before it is encoded. */
  ceiling: number;
  /** Whether peaks have to be held down to that, or stay below it anyway. */
  limit: boolean;
}

/** What Apple and most podcast apps play at. */
const target = -16;
const tolerance = 0.4;
const highestPeak = -1;
/** More than this and a quiet room becomes a loud one. */
const mostGain = 30;
/** MP3 at these rates overshoots by about this much. */
const headroom = 1;

/** What MP3 takes from the loudness of speech, and what the limiter takes when it has work to do, in LU. */
const lostToEncoding = 0.2;
const lostToLimiting = 0.7;

/** The level for a recording as measured. Silence and what is too short to measure only loses its peaks. */
export function firstLevel({ integrated, truePeak }: Loudness): Level {
  const ceiling = highestPeak - headroom;
  const wanted = integrated === null ? 0 : target - integrated + lostToEncoding;
  const limit = truePeak !== null && truePeak + Math.min(wanted, mostGain) > ceiling;
  const more = limit && integrated !== null ? lostToLimiting : 0;
  return { gain: Math.min(wanted + more, mostGain), ceiling, limit };
}

/** What to change after hearing the encoded sound; null when it is as it should be, or as near as it gets. */
export function correct(level: Level, { integrated, truePeak }: Loudness): Level | null {
  const over = truePeak === null ? 0 : truePeak - highestPeak;
  const off = integrated === null ? 0 : target - integrated;
  // Of what is added above the limiter about two thirds come out.
  const step = level.limit && off > 0 ? off * 1.5 : off;
  const gain = Math.abs(off) > tolerance ? Math.min(level.gain + step, mostGain) : level.gain;
  if (over <= 0 && gain === level.gain) return null;
  const ceiling = over > 0 ? level.ceiling - over - 0.2 : level.ceiling;
  return { gain, ceiling, limit: true };
}

/**
 * The level as ffmpeg's filters. The limiter runs at four times the sampling rate, where the peaks between
 * the samples show (ITU-R BS.1770, annex 2).
 */
export function levelFilters({ gain, ceiling, limit }: Level, layout: 'mono' | 'stereo'): string[] {
  const change = `volume=${gain.toFixed(2)}dB:precision=double`;
  const shape = `aformat=channel_layouts=${layout}`;
  if (!limit) return [shape, change, 'aresample=44100', 'aformat=sample_fmts=fltp'];
  const most = (10 ** (ceiling / 20)).toFixed(5);
  const limiter = `alimiter=limit=${most}:attack=5:release=60:level=disabled`;
  return [
    shape,
    change,
    ...['aresample=176400', limiter, 'aresample=44100', 'aformat=sample_fmts=fltp'],
  ];
}
