import { sampleRate } from '../../../src/align/sample-rate.ts';
import { createChance } from '../chance.ts';
import { amplify, levelOf, type Sound, silence } from './sound.ts';

/** Seconds a beat lasts, and beats a chord. */
const beat = 0.52;
const bar = 4;

/** Semitones above A: four chords, and the scale the melody is made of. */
const chords = [
  [0, 4, 7, 12],
  [-3, 0, 4, 9],
  [5, 9, 12, 17],
  [7, 11, 14, 19],
];
const scale = [12, 14, 16, 19, 21, 24];

/** Each partial tone's share. */
const partials = [1, 0.5, 0.33, 0.2, 0.12, 0.07];

interface Note {
  /** Seconds. */
  start: number;
  length: number;
  /** Hz. */
  pitch: number;
  gain: number;
}

/** Music as jingles have it: chords, a bass, a melody, drums; as loud as speech. */
export function playMusic(seconds: number, seed = 3): Sound {
  const chance = createChance(seed);
  const sound = silence(seconds);
  for (let at = 0; at * beat < seconds; at += 1) {
    const chord = chords[Math.floor(at / bar) % chords.length] ?? [];
    for (const note of notesOf(chord, at, chance)) addNote(sound, note);
    addDrum(sound, at * beat, at % 2 === 1, chance);
    addDrum(sound, (at + 0.5) * beat, true, chance, 0.2);
  }
  return amplify(sound, 0.06 / levelOf(sound));
}

function notesOf(chord: number[], at: number, chance: () => number): Note[] {
  const start = at * beat;
  const pitchOf = (semitones: number) => 220 * 2 ** (semitones / 12);
  const notes: Note[] = [{ start, length: beat, pitch: pitchOf((chord[0] ?? 0) - 24), gain: 0.8 }];
  if (at % bar === 0) {
    for (const tone of chord) {
      notes.push({ start, length: bar * beat, pitch: pitchOf(tone), gain: 0.35 });
    }
  }
  for (const half of [0, 0.5]) {
    const tone = scale[Math.floor(chance() * scale.length)] ?? 12;
    if (chance() < 0.7) {
      notes.push({ start: start + half * beat, length: beat, pitch: pitchOf(tone), gain: 0.4 });
    }
  }
  return notes;
}

function addNote(sound: Sound, { start, length, pitch, gain }: Note) {
  const from = Math.round(start * sampleRate);
  const to = Math.min(sound.length, Math.round((start + length) * sampleRate));
  for (let at = from; at < to; at += 1) {
    const time = (at - from) / sampleRate;
    const shape = gain * Math.min(1, time / 0.01) * Math.exp(-2 * time) * (1 - time / length);
    let sample = 0;
    for (const [partial, share] of partials.entries()) {
      sample += share * Math.sin(2 * Math.PI * pitch * (partial + 1) * time);
    }
    sound[at] = (sound[at] ?? 0) + shape * sample;
  }
}

/** A bass drum, falling from 120 to 45 Hz, or the hiss of a snare. */
function addDrum(sound: Sound, start: number, snare: boolean, chance: () => number, gain = 0.9) {
  const from = Math.round(start * sampleRate);
  const to = Math.min(sound.length, from + Math.round(0.18 * sampleRate));
  for (let at = from; at < to; at += 1) {
    const time = (at - from) / sampleRate;
    const hit = snare
      ? chance() * 2 - 1
      : Math.sin(2 * Math.PI * (45 * time + 75 * 0.04 * (1 - Math.exp(-time / 0.04))));
    sound[at] = (sound[at] ?? 0) + gain * Math.exp(-time / 0.05) * hit;
  }
}
