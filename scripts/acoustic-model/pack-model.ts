import type { SphinxModel } from './read-sphinx-model.ts';

/**
 * The model as one run of bytes, which `src/align/model/read-model.ts` reads: a line of JSON that says what
 * follows, padded to a multiple of four bytes, then the tables, little-endian, each padded likewise. Means and
 * the logarithms of variances are 16-bit steps between the smallest and the largest of their stream and
 * dimension: far finer than what training could know.
 */
export function packModel(model: SphinxModel): Buffer {
  const means = inSteps(model, model.means);
  const variances = inSteps(
    model,
    model.variances.map((variance) => Math.log(Math.max(variance, 1e-4))),
  );
  const tables = {
    meanRange: means.range,
    means: means.steps,
    varianceRange: variances.range,
    variances: variances.steps,
    transitions: model.transitions,
    weights: model.weights,
    phoneOfSenone: model.phoneOfSenone,
    sequences: model.sequences,
    alone: model.alone,
    triphones: model.triphones,
  };
  const { phones, silence, senones, streams, gaussians, dimensions } = model;
  const lengths = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, table.length]),
  );
  const facts = { phones, silence, senones, streams, gaussians, dimensions, tables: lengths };
  const header = Buffer.from(`${JSON.stringify(facts)}\n`);
  return Buffer.concat([
    padded(header, ' '),
    ...Object.values(tables).map(({ buffer, byteOffset, byteLength }) =>
      padded(Buffer.from(buffer, byteOffset, byteLength), '\0'),
    ),
  ]);
}

/** @returns for each stream and dimension its smallest value and its step; and every value in such steps */
function inSteps({ streams, gaussians, dimensions }: SphinxModel, values: Float32Array) {
  const columns = streams * dimensions;
  const columnOf = (index: number) =>
    (Math.floor(index / (gaussians * dimensions)) % streams) * dimensions + (index % dimensions);
  const least = new Float32Array(columns).fill(Number.POSITIVE_INFINITY);
  const most = new Float32Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (const [index, value] of values.entries()) {
    const column = columnOf(index);
    least[column] = Math.min(least[column] ?? 0, value);
    most[column] = Math.max(most[column] ?? 0, value);
  }
  const range = new Float32Array(columns * 2);
  for (let column = 0; column < columns; column += 1) {
    range[column * 2] = least[column] ?? 0;
    range[column * 2 + 1] = ((most[column] ?? 0) - (least[column] ?? 0)) / 65_535;
  }
  const steps = new Uint16Array(values.length);
  for (const [index, value] of values.entries()) {
    const column = columnOf(index);
    steps[index] = Math.round((value - (range[column * 2] ?? 0)) / (range[column * 2 + 1] || 1));
  }
  return { range, steps };
}

function padded(bytes: Buffer, filler: string): Buffer {
  const missing = -bytes.length & 3;
  if (filler === '\0') return Buffer.concat([bytes, Buffer.alloc(missing)]);
  // Inside the line, before its end.
  return Buffer.concat([
    bytes.subarray(0, -1),
    Buffer.from(filler.repeat(missing)),
    Buffer.from('\n'),
  ]);
}
