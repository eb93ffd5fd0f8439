import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bench } from '../bench.ts';
import type { Row } from '../print-table.ts';
import { type Bars, bars, rowsOf } from './bars.ts';
import { runAligner } from './run-aligner.ts';
import { score, type TruthRow } from './score.ts';

/**
 * The aligner against real speech somebody listened to: `NAME.mp3` (or another format) with its transcript
 * `NAME.txt` and `NAME.truth.tsv`, whose columns are start, end, speaker, text under a heading, a row a word,
 * a sentence or a line. `NAME-cs` is Czech; without a language it is English.
 */
export async function speechRows(bench: Bench, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, recording } of await findSpeech(folder)) {
    bench.say(name);
    const file = join(folder, name);
    const truth = readTruth(await readFile(`${file}.truth.tsv`, 'utf8'));
    const language = /-([a-z]{2})$/.exec(name)?.[1] ?? 'en';
    const transcript = `${file}.txt`;
    const { words } = await runAligner(bench, { recording, transcript, language });
    rows.push(...rowsOf(name, score(truth, words), asked(truth, language)));
  }
  return rows;
}

async function findSpeech(folder: string): Promise<{ name: string; recording: string }[]> {
  const files = await readdir(folder);
  return files.sort().flatMap((file) => {
    const [, name = ''] = /^(.+)\.(?:mp3|m4a|wav|ogg|opus|flac)$/.exec(file) ?? [];
    const whole = ['.txt', '.truth.tsv'].every((end) => existsSync(join(folder, name + end)));
    return name !== '' && whole ? [{ name, recording: resolve(folder, file) }] : [];
  });
}

function readTruth(table: string): TruthRow[] {
  const [, ...lines] = table.trimEnd().split('\n');
  return lines.map((line) => {
    const [start = '', , , text = ''] = line.split('\t');
    return { start: Number(start), text };
  });
}

/** More is asked of English, whose phones the aligner knows. */
function asked(truth: TruthRow[], language: string): Bars {
  if (language !== 'en') return bars.lines;
  return truth.every(({ text }) => !/\s/.test(text)) ? bars.clean : bars.sentences;
}
