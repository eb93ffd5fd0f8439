import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Aligned } from '../../../src/align/align.ts';
import { alignInWorker } from '../../../src/align/in-worker.ts';
import { sampleRate } from '../../../src/align/sample-rate.ts';
import type { WorkOrder } from '../../../src/align/worker-messages.ts';
import { type Transcript, type Word, wordsOf } from '../../../src/episode/transcript.ts';
import { readSound } from '../../../src/media/read-sound.ts';
import { readTranscript } from '../../../src/transcript/read.ts';
import type { Bench } from '../bench.ts';
import { createChance } from '../chance.ts';
import { percentile } from '../figures.ts';
import type { Row } from '../print-table.ts';
import { speakLong } from './speak-long.ts';

const corrected = 20;
/** What a correction may cost of what the first alignment does. */
const share = 0.1;

/** What it costs to align a transcript again in which so many words were wrong, and where they land. */
export async function correctingRows(bench: Bench): Promise<Row[]> {
  const { minutes, say } = bench;
  say(`speaking ${minutes} minutes`);
  const { recording, transcript: file, seconds } = await speakLong(bench, minutes);
  const { transcript: right } = readTranscript(await readFile(file), file);
  const wrong = misspell(right);
  const run = (transcript: Transcript, previous: Aligned | null = null) =>
    measure(bench, recording, seconds, transcript, previous);
  say(`aligning with ${corrected} wrong words, correcting them, aligning anew`);
  const first = await run(wrong);
  const correction = await run(right, first.aligned);
  const anew = await run(right);
  const [was, is, whole] = [first, correction, anew].map(({ aligned }) => [
    ...wordsOf(aligned.transcript),
  ]) as [Word[], Word[], Word[]];
  const changed = is.flatMap(({ text }, at) => (text === was[at]?.text ? [] : [at]));
  const moved = is.filter((word, at) => !changed.includes(at) && !isSame(word, was[at]));
  const apart = changed.map((at) => {
    const [one, other] = [is[at]?.start ?? null, whole[at]?.start ?? null];
    return one === null || other === null ? 1e6 : 1000 * Math.abs(one - other);
  });
  const what = `correcting ${corrected} words`;
  const bar = (value: number) => ({ what: 'at most', value });
  return [
    { what: `${what}: CPU`, value: correction.cpu, unit: 's', known: bar(share * first.cpu) },
    { what: `${what}: time`, value: correction.time, unit: 's', known: bar(share * first.time) },
    { what: `${what}: others that moved`, value: moved.length, unit: '', known: bar(0) },
    ...[0.5, 0.9].map((part) => ({
      what: `${what}: from where all is aligned anew, ${part === 0.5 ? 'median' : 'p90'}`,
      value: percentile(apart, part),
      unit: 'ms',
      known: null,
    })),
  ];
}

/** CPU of the aligner alone, and time with decoding; seconds. */
async function measure(
  { aligner, ffmpeg }: Bench,
  recording: string,
  expected: number,
  transcript: Transcript,
  previous: Aligned | null,
) {
  const built = join(dirname(aligner), '..');
  const order: WorkOrder = {
    sound: readSound(ffmpeg, recording, { rate: sampleRate, expected }),
    ...{ expected, transcript, language: 'en' },
    model: await readFile(join(built, 'model', 'cmu-en-us.bin')),
    previous: previous?.tuning ? { ...previous, tuning: previous.tuning } : null,
  };
  const [began, used] = [performance.now(), process.cpuUsage()];
  const aligned = await alignInWorker(join(built, 'align-worker.js'), order);
  const { user, system } = process.cpuUsage(used);
  return { aligned, cpu: (user + system) / 1e6, time: (performance.now() - began) / 1000 };
}

/** Some words, here and there, are none. */
function misspell(right: Transcript): Transcript {
  const wrong = structuredClone(right);
  const words = [...wordsOf(wrong)];
  const chance = createChance(21);
  for (let at = 0; at < corrected; at += 1) {
    const word = words[Math.floor(((at + chance()) * words.length) / corrected)];
    if (word) word.text = `mis${word.text.toLowerCase()}`;
  }
  return wrong;
}

function isSame(word: Word, other: Word | undefined): boolean {
  const { start, end, confidence } = word;
  return start === other?.start && end === other.end && confidence === other.confidence;
}
