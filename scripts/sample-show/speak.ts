import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Sound is signed 16-bit mono at this rate, in Hz, until it is encoded. */
export const rate = 44_100;
const raw = ['-t', 'raw', '-e', 'signed', '-b', '16', '-'];

/** Words flite reads wrongly, as it should read them; transcripts keep the right spelling. */
const respelled: Record<string, string> = {
  LUFS: 'luffs',
  Iain: 'Ian',
  Saltmere: 'Saltmeer',
  "isn't": 'izzent',
  "hasn't": 'hazzent',
};

/** What brings flite's three good voices to one level and one colour, as sox effects. */
const touches: Record<string, string> = {
  slt: 'gain -6.4 equalizer 3200 1.2q -1.5',
  rms: 'gain 0.4 equalizer 160 0.9q 1.5 treble -7 5000',
  awb: 'gain 0.8 equalizer 220 0.9q -1.5 equalizer 2800 1q 1',
};

/** Speaks a line with one of flite's voices: sound without silence at its ends. */
export function speak(text: string, voice: string, folder: string): Buffer {
  const said = text.replace(/[\p{L}']+/gu, (word) => respelled[word] ?? word);
  const file = join(folder, 'line.wav');
  execFileSync('flite', [
    '-voice',
    voice,
    '--setf',
    'duration_stretch=1.07',
    '-t',
    said,
    '-o',
    file,
  ]);
  const trim = 'silence 1 0.005 0.3% reverse silence 1 0.005 0.3% fade 0.01 reverse fade 0.004';
  return sox(`${file}`, `highpass 65 ${touches[voice] ?? ''} rate -v ${rate} ${trim}`);
}

/** Two plucked notes a fifth apart: how every episode begins. */
export function chime(): Buffer {
  const notes = 'synth 2.2 pluck 293.66 pluck 440 delay 0 0.3 remix 1v0.16,2v0.14';
  return sox('-n', `${notes} lowpass 2200 fade q 0 2.2 1.9`, 2);
}

/** Air, and a trace of mains: what a microphone hears when nobody speaks. */
export function room(seconds: number): Buffer {
  const air = `synth ${seconds} brownnoise sine 100 remix 1v0.007,2v0.0004`;
  return sox('-n', `${air} lowpass 1200 fade 0.4 -0 0.6`, 2);
}

export function silence(seconds: number): Buffer {
  return Buffer.alloc(2 * Math.round(seconds * rate));
}

/** Seconds that a buffer of sound lasts. */
export function lengthOf(sound: Buffer): number {
  return sound.length / 2 / rate;
}

function sox(input: string, effects: string, channels = 1): Buffer {
  const source = input === '-n' ? ['-r', String(rate), '-c', String(channels), '-n'] : [input];
  const args = ['-V1', ...source, ...raw, ...effects.split(' ')];
  return execFileSync('sox', args, { maxBuffer: 2 ** 26 });
}
