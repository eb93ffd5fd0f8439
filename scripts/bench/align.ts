import { correctingRows } from './align/correcting-rows.ts';
import { lengthRows } from './align/length-rows.ts';
import { madeRows } from './align/made-rows.ts';
import { hasVoices } from './align/speak.ts';
import { speechRows } from './align/speech-rows.ts';
import { waitingRows } from './align/waiting-rows.ts';
import type { Bench } from './bench.ts';
import type { Row, Table } from './print-table.ts';

/** Minutes of the long recordings that are aligned when asked for. */
const longOnes = [60, 240];

/** How closely words are timed, in made and in real recordings, and what that costs. */
export async function benchAlign(bench: Bench): Promise<Table> {
  const { minutes, long, speech, say } = bench;
  const rows: Row[] = [];
  if (await hasVoices()) {
    rows.push(...(await madeRows(bench)));
    rows.push(...(await lengthRows(bench, long ? [minutes, ...longOnes] : [minutes])));
    rows.push(...(await correctingRows(bench)));
    rows.push(...(await waitingRows(bench)));
  } else {
    say('flite is not on PATH, so nothing can be spoken. Install it: apt install flite');
  }
  for (const folder of speech) rows.push(...(await speechRows(bench, folder)));
  return { title: 'Finding when each word is spoken', rows };
}
