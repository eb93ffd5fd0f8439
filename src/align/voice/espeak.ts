import load, { type EspeakEvent, type EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { nearestVoice } from './nearest-voice.ts';
import { tameText } from './tame-text.ts';

export interface Voice {
  /**
   * The text as eSpeak NG speaks it. Markup and pictures in it are not spoken; of a text, only the first
   * 5,000 characters are, of a word the first 100. A text without anything to say gives no sound.
   *
   * @param wordsAMinute how fast, 80 to 450
   */
  speak(text: string, wordsAMinute?: number): Utterance;
}

/** Times are seconds from the start of the sound, text positions indices into the string that was given. */
export interface Utterance {
  /** Mono. */
  samples: Int16Array;
  sampleRate: number;
  /**
   * Where eSpeak NG begins a word. It runs some short ones together (`of the`): these are one, at the
   * place of the first. What it takes apart (`2015`, `re-open`) is several.
   */
  words: { textPosition: number; start: number }[];
  /** One sound after another, without stress marks; pauses are not among them. */
  phones: Phone[];
}

export interface Phone {
  /** As eSpeak NG writes it, mostly one sound in IPA (`tʃ`, `aɪ`, `r̝`), at times two (`əl`). */
  ipa: string;
  start: number;
  end: number;
  /** That of the word it belongs to. */
  textPosition: number;
}

/** One a thread, since loading takes a quarter of a second and 40 MB, and its first minute of speech is slow. */
let engine: Promise<EspeakWorker> | undefined;

/** What the engine is set to. */
let current: string | null = null;

/**
 * A synthetic voice: eSpeak NG, compiled to JavaScript. The same calls in the same order after the thread began
 * give the same sound; otherwise a text may take a few milliseconds more or less.
 *
 * @param language BCP 47 tag; the nearest voice is taken
 * @returns null where eSpeak NG does not know the language
 */
export async function openVoice(language: string): Promise<Voice | null> {
  engine ??= start();
  const worker = await engine;
  const voice = nearestVoice(worker.list_voices(), language);
  if (voice === null) return null;
  return { speak: (text, wordsAMinute = 175) => speak(worker, voice, text, wordsAMinute) };
}

async function start(): Promise<EspeakWorker> {
  // It would print to stdout, which belongs to the command that runs.
  const { eSpeakNGWorker } = await load({ print: () => {}, printErr: () => {} });
  return new eSpeakNGWorker();
}

function speak(worker: EspeakWorker, voice: string, text: string, rate: number): Utterance {
  if (current !== voice) worker.set_voice(voice);
  current = voice;
  worker.set_rate(rate);
  const letters = tameText(text);
  const blocks: Int16Array[] = [];
  const events: EspeakEvent[] = [];
  worker.synthesize(letters.join(''), (samples, some) => {
    blocks.push(samples);
    for (const event of some) events.push(event);
    return false;
  });
  const samples = joined(blocks);
  const sampleRate = worker.get_samplerate();
  return { samples, sampleRate, ...heard(events, indicesOf(text), samples.length / sampleRate) };
}

function heard(
  events: EspeakEvent[],
  indices: number[],
  duration: number,
): Pick<Utterance, 'words' | 'phones'> {
  const words: Utterance['words'] = [];
  const phones: Phone[] = [];
  let sounding: Phone | null = null;
  for (const { type, text_position, audio_position, id } of events) {
    const start = audio_position / 1000;
    if (type === 'word') {
      words.push({ textPosition: indices[text_position - 1] ?? 0, start });
    } else if (type === 'phoneme') {
      if (sounding) sounding.end = start;
      sounding = null;
      const ipa = String(id ?? '').replace(/[ˈˌ]/g, '');
      // A pause has no name; a change of language has one in brackets.
      if (ipa === '' || ipa.startsWith('(')) continue;
      const textPosition: number = words.at(-1)?.textPosition ?? 0;
      sounding = { ipa, start, end: duration, textPosition };
      phones.push(sounding);
    }
  }
  return { words, phones };
}

/** Where each code point of a string begins. */
function indicesOf(text: string): number[] {
  const indices: number[] = [];
  let at = 0;
  for (const letter of text) {
    indices.push(at);
    at += letter.length;
  }
  return indices;
}

function joined(blocks: Int16Array[]): Int16Array {
  const all = new Int16Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}
