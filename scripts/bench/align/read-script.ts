import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { createChance } from '../chance.ts';

/** A sentence and the label of who says it. */
export interface Line {
  speaker: string;
  text: string;
}

/**
 * Reads a script: a turn a line, `A: text`, in which `{one|another|a third}` stands for any of these.
 *
 * @param seed chooses among them; without one it is always the first
 * @returns a line a sentence, in order
 */
export function readScript(script: string, seed: number | null = null): Line[] {
  const chance = seed === null ? () => 0 : createChance(seed);
  const lines: Line[] = [];
  for (const turn of script.split('\n')) {
    const [speaker = '', said = ''] = turn.split(/: (.*)/);
    if (said === '') continue;
    const text = said.replace(/\{([^}]*)\}/g, (_, choices: string) => oneOf(choices, chance));
    for (const sentence of text.match(sentences) ?? []) lines.push({ speaker, text: sentence });
  }
  return lines;
}

/** A script of the bench, from its sources, beside which it was built. */
export function readText({ itself }: Pick<Bench, 'itself'>, name: string): Promise<string> {
  return readFile(join(itself, '../../../scripts/bench/align', `${name}.txt`), 'utf8');
}

/** Up to a mark that ends a sentence and is followed by a capital; `Mrs.` is followed by a name. */
const sentences = /\S.*?(?<!\bMrs)[.?!](?=\s+\p{Lu}|\s*$)/gu;

function oneOf(choices: string, chance: () => number): string {
  const all = choices.split('|');
  return all[Math.floor(chance() * all.length)] ?? '';
}
