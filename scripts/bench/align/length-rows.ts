import type { Bench } from '../bench.ts';
import { plainDecode } from '../make-sound.ts';
import type { Row } from '../print-table.ts';
import { bars, rowsOf } from './bars.ts';
import { runAligner } from './run-aligner.ts';
import { score } from './score.ts';
import { speakLong } from './speak-long.ts';

/** CPU seconds a minute of sound, decoding and all; and MB, whatever the length. */
const most = { cpu: 2.5, memory: 500 };

/** What it costs to align recordings of these lengths. */
export async function lengthRows(bench: Bench, lengths: number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const minutes of lengths) rows.push(...(await rowsFor(bench, minutes)));
  return rows;
}

async function rowsFor(bench: Bench, minutes: number): Promise<Row[]> {
  const { say, ffmpeg } = bench;
  say(`speaking ${minutes} minutes`);
  const { recording, transcript, truth, seconds } = await speakLong(bench, minutes);
  say(`aligning ${minutes} minutes`);
  const decoding = (await plainDecode(ffmpeg, recording)) / 1000;
  const { words, cpu, memory } = await runAligner(bench, { recording, transcript, language: 'en' });
  const what = `${minutes} minutes`;
  const bar = (value: number) => ({ what: 'at most', value });
  return [
    ...rowsOf(what, score(truth, words), bars.present),
    {
      what: `${what}: CPU for a minute of sound`,
      value: (60 * (cpu + decoding)) / seconds,
      unit: 's',
      known: bar(most.cpu),
    },
    { what: `${what}: memory`, value: memory, unit: 'MB', known: bar(most.memory) },
  ];
}
