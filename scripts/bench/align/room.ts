import { sampleRate } from '../../../src/align/sample-rate.ts';
import { createChance } from '../chance.ts';
import type { Sound } from './sound.ts';
import type { Take } from './take.ts';

export interface Room {
  /** Seconds until an echo is 60 dB down (RT60). */
  reverberation: number;
  /** How far the direct sound is above all echoes together, dB; below 0 it is under them. */
  direct: number;
}

/** Echoes a second; above some 1,500 velvet noise cannot be told from a smooth decay. */
const density = 1500;

/** The first echo, seconds. */
const firstEcho = 0.003;

/**
 * Puts speech in a room. The impulse response is velvet noise under an exponential decay: single echoes of
 * random sign, one at a random place in each of many equal steps (Karjalainen and Järveläinen, Reverberation
 * modeling using velvet noise, 2007). The direct sound keeps its time and its level.
 */
export function putInRoom({ sound, words }: Take, room: Room): Take {
  const heard = sound.slice();
  for (const { delay, gain } of echoesOf(room)) addLater(heard, sound, delay, gain);
  return { sound: heard, words };
}

function echoesOf({ reverberation, direct }: Room): { delay: number; gain: number }[] {
  const chance = createChance(29);
  const step = sampleRate / density;
  const echoes: { delay: number; gain: number }[] = [];
  for (let at = firstEcho * sampleRate; at < reverberation * sampleRate; at += step) {
    const delay = Math.round(at + chance() * (step - 1));
    const decay = 10 ** ((-3 * delay) / sampleRate / reverberation);
    echoes.push({ delay, gain: chance() < 0.5 ? decay : -decay });
  }
  const power = echoes.reduce((sum, { gain }) => sum + gain * gain, 0);
  const scale = 10 ** (-direct / 20) / Math.sqrt(power);
  return echoes.map(({ delay, gain }) => ({ delay, gain: gain * scale }));
}

function addLater(heard: Sound, sound: Sound, delay: number, gain: number) {
  for (let at = delay; at < heard.length; at += 1) {
    heard[at] = (heard[at] ?? 0) + (sound[at - delay] ?? 0) * gain;
  }
}
