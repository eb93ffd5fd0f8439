import { type Finding, finding } from './finding.ts';
import { type Item, textOf } from './read-feed.ts';

/** What was measured of a recording as it is served. */
export interface Sound {
  /** Seconds that decode. */
  duration: number;
  /** Bits a second, the mean over the file. */
  bitrate: number;
  channels: number;
  /** LUFS; null where it is too short or silent. */
  integrated: number | null;
  /** dBTP. */
  truePeak: number | null;
}

/** Listens to what an address has: to its end, or as far as it already knows it. */
export type Listen = (
  url: string,
  signal: AbortSignal | undefined,
) => Promise<Sound | Unheard | null>;

/** Why something could not be listened to. */
export interface Unheard {
  unheard: 'unreadable' | 'too large';
  reason: string;
}

/** LUFS from and to which nobody complains: around −16, in mono around −19 as well. */
const loudEnough = { mono: [-21, -14], stereo: [-18, -14] } as const;

export function checkSound(url: string, sound: Sound | Unheard, item: Item): Finding[] {
  if ('unheard' in sound) {
    const rule = sound.unheard === 'too large' ? 'audio-too-large' : 'audio-unreadable';
    return [finding(rule, url, sound.reason, item)];
  }
  return [
    ...checkDuration(url, sound, item),
    ...checkLoudness(url, sound, item),
    ...checkBitrate(url, sound, item),
  ];
}

function checkDuration(url: string, { duration }: Sound, item: Item): Finding[] {
  const said = textOf(item.element, 'itunes:duration');
  const seconds = secondsIn(said);
  if (seconds === null || Math.abs(seconds - duration) <= Math.max(2, duration / 100)) return [];
  const found = `The feed says ${said}, and the file lasts ${duration.toFixed(1)} seconds.`;
  return [finding('duration-wrong', url, found, item)];
}

function checkLoudness(url: string, sound: Sound, item: Item): Finding[] {
  const { integrated, truePeak, channels } = sound;
  const layout = channels === 1 ? 'mono' : 'stereo';
  const [least, most] = loudEnough[layout];
  const findings: Finding[] = [];
  if (integrated !== null && (integrated < least || integrated > most)) {
    const found = `It has ${decibels(integrated)} LUFS in ${layout}.`;
    findings.push(finding('loudness', url, found, item));
  }
  if (truePeak !== null && truePeak > -1) {
    const found = `Its peaks reach ${decibels(truePeak)} dBTP.`;
    findings.push(finding('true-peak', url, found, item));
  }
  return findings;
}

/** “MP3 mono 96-128 kbps, stereo 128-256 kbps”; AAC needs less, and more is only waste. */
function checkBitrate(url: string, { bitrate, channels }: Sound, item: Item): Finding[] {
  const isMp3 = item.enclosure?.attributes.type === 'audio/mpeg';
  const [least, most] = channels === 1 ? [isMp3 ? 90 : 48, 140] : [isMp3 ? 120 : 64, 270];
  const kbits = bitrate / 1000;
  if (kbits >= least && kbits <= most) return [];
  const found = `It has ${Math.round(kbits)} kbit/s in ${channels === 1 ? 'mono' : 'stereo'}.`;
  return [finding('bit-rate', url, found, item)];
}

function decibels(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

/** The seconds in `1231`, `20:31` or `1:20:31`. */
export function secondsIn(text: string): number | null {
  if (!/^\d+(?:\.\d+)?$|^(?:\d+:)?\d{1,2}:\d\d$/.test(text)) return null;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
