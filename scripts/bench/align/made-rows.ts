import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { Row } from '../print-table.ts';
import { rowsOf } from './bars.ts';
import { type Material, printTranscript } from './material.ts';
import { readScript, readText } from './read-script.ts';
import { type Run, runAligner } from './run-aligner.ts';
import { score } from './score.ts';
import { encode, writeWave } from './sound.ts';
import { speak } from './speak.ts';
import { type Variant, variantsOf } from './variants.ts';

/** The aligner against recordings made here, whose every word has a time by construction. */
export async function madeRows(bench: Bench): Promise<Row[]> {
  const { scratch, say } = bench;
  say('speaking an interview');
  const [interview, other] = await Promise.all([
    readText(bench, 'interview'),
    readText(bench, 'other'),
  ]);
  const unspoken = readScript(other);
  const variants = variantsOf({
    interview: await speak(readScript(interview), scratch),
    other: await speak(unspoken, scratch),
    unspoken,
  });
  const rows: Row[] = [];
  for (const variant of variants) {
    say(variant.what);
    const material = variant.make();
    const run = await alignMaterial(bench, material, variant);
    rows.push(...rowsFor(variant, material, run));
  }
  return rows;
}

async function alignMaterial(bench: Bench, material: Material, { bitRate }: Variant): Promise<Run> {
  const wave = join(bench.scratch, 'spoken.wav');
  const transcript = join(bench.scratch, 'spoken.txt');
  await writeWave(wave, [material.sound]);
  await writeFile(transcript, printTranscript(material.words));
  const recording = bitRate === null ? wave : await encode(bench.ffmpeg, wave, bitRate);
  return runAligner(bench, { recording, transcript, language: 'en' });
}

function rowsFor({ what, asked, absent }: Variant, { words }: Material, run: Run): Row[] {
  const present = words.flatMap(({ text, start }) => (start === null ? [] : [{ text, start }]));
  const rows = asked === null ? [] : rowsOf(what, score(present, run.words), asked);
  if (absent === null) return rows;
  const nobodySays = run.words.filter((_, at) => words[at]?.start === null);
  const timed = nobodySays.filter(({ start }) => start !== null);
  return [
    ...rows,
    {
      what: `${what}: absent words with a time`,
      value: (100 * timed.length) / nobodySays.length,
      unit: '%',
      known: { what: 'at most', value: absent },
    },
  ];
}
