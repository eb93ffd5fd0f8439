import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from './inspect.ts';
import { mutate } from './mutate.ts';
import { mutateJson } from './mutate-json.ts';
import { below, oneOf, randomFrom } from './random.ts';

const golden = join(import.meta.dirname, '..', 'golden');

export const formats = readdirSync(golden);

const files = new Map(
  formats.map((format) => [
    format,
    readdirSync(join(golden, format))
      .filter((name) => !name.endsWith('.expected'))
      .map((name) => readFileSync(join(golden, format, name))),
  ]),
);

/**
 * Mutates the golden files of a format so many times and inspects what comes of each. A failure names the
 * seed that brings it back alone: `FUZZ_SEED=… FUZZ_RUNS=1`.
 *
 * @returns how many could be read
 */
export function fuzz(format: string, runs: number, firstSeed = 1): number {
  const own = files.get(format)!;
  const all = [...files.values()].flat();
  let readable = 0;
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const random = randomFrom(seed);
    const others = below(3, random) === 0 ? all : own;
    const file = oneOf(own, random);
    const keepsShape = isJson(file) && below(3, random) > 0;
    const bytes = keepsShape ? mutateJson(file, random) : mutate(file, others, random);
    try {
      if (inspect(bytes)) readable += 1;
    } catch (cause) {
      const input = JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 4000));
      throw new Error(`Seed ${seed} of ${format} broke something: ${input}`, { cause });
    }
  }
  return readable;
}

function isJson(file: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(file).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
