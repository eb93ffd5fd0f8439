import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { faithful, printTranscript } from './material.ts';
import { addAir } from './noise.ts';
import { readScript, readText } from './read-script.ts';
import type { TruthRow } from './score.ts';
import { lengthOf, type Sound, writeWave } from './sound.ts';
import { speak } from './speak.ts';

interface LongTalk {
  recording: string;
  transcript: string;
  truth: TruthRow[];
  seconds: number;
}

/** Speaks the interview again and again, each time with other words, until it lasts that long. */
export async function speakLong(bench: Bench, minutes: number): Promise<LongTalk> {
  const { scratch } = bench;
  const script = await readText(bench, 'interview');
  const recording = join(scratch, 'long.wav');
  const transcript = join(scratch, 'long.txt');
  const truth: TruthRow[] = [];
  let written = '';
  async function* rounds(): AsyncGenerator<Sound> {
    for (let [seed, time] = [1, 0]; time < minutes * 60; seed += 1) {
      const take = addAir(await speak(readScript(script, seed), scratch));
      for (const { text, start } of take.words) truth.push({ text, start: time + start });
      written += `${printTranscript(faithful(take).words)}\n`;
      time += lengthOf(take.sound);
      yield take.sound;
    }
  }
  const seconds = await writeWave(recording, rounds());
  await writeFile(transcript, written);
  return { recording, transcript, truth, seconds };
}
