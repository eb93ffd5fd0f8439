import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alignerVersion } from '../../src/align/version.ts';

/** Writes a worker of a few lines, which find `port` and `order` there; returns its path. */
export async function writeWorker(folder: string, does: string): Promise<string> {
  const path = join(folder, `${randomUUID()}.mjs`);
  const head = `import { parentPort as port, workerData as order } from 'node:worker_threads';`;
  await writeFile(path, `${head}\n${does}\n`);
  return path;
}

/**
 * What a worker does that listens to the end and then says that each word lasts so many seconds, one after
 * another.
 *
 * @param verdict of the alignment
 */
export function timesEvenly(seconds: number, verdict = 'aligned'): string {
  return `
    port.on('message', (block) => {
      if (block !== null) return port.postMessage({ say: 'want sound' });
      const { transcript } = order;
      const words = transcript.turns.flatMap((turn) => turn.paragraphs.flatMap((one) => one.words));
      if ('${verdict}' === 'aligned') {
        words.forEach((word, at) => {
          Object.assign(word, { start: at * ${seconds}, end: (at + 1) * ${seconds}, confidence: 0.5 });
        });
      }
      const nothing = { unwritten: [], unspoken: [], uncertain: [], shifts: [] };
      const reason = '${verdict}' === 'refused' ? 'Hardly a word was found.' : null;
      const alignment = { verdict: '${verdict}', reason, words: words.length, found: 0, ...nothing };
      const tuning = '${verdict}' === 'aligned' ? { alignerVersion: ${alignerVersion} } : null;
      port.postMessage({ say: 'aligned', aligned: { transcript, alignment, tuning } });
    });
    port.postMessage({ say: 'want sound' });`;
}
