import { createChance } from '../chance.ts';
import { amplify, levelOf, mix, type Sound } from './sound.ts';
import type { Take } from './take.ts';

/** Adds pink noise so that speech is that many decibels above it. */
export function addNoise({ sound, words }: Take, decibels: number): Take {
  const noise = pinkNoise(sound.length, 17);
  const gain = levelOf(sound) / levelOf(noise) / 10 ** (decibels / 20);
  return { sound: mix(sound, amplify(noise, gain)), words };
}

/**
 * Noise with the same power in every octave, as most rooms have: white noise through Paul Kellet's economy
 * filter, which is within 0.5 dB of 3 dB an octave.
 */
export function pinkNoise(samples: number, seed: number): Sound {
  const chance = createChance(seed);
  const noise = new Float32Array(samples);
  let [slow, middle, fast] = [0, 0, 0];
  for (let at = 0; at < samples; at += 1) {
    const white = chance() * 2 - 1;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    noise[at] = slow + middle + fast + white * 0.1848;
  }
  return noise;
}

/** What a microphone hears when nobody speaks: 60 dB below the words. */
export function addAir(take: Take): Take {
  return addNoise(take, 60);
}
