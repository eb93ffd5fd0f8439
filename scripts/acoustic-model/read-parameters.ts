/** A SphinxTrain parameter file: text up to `endhdr`, a word that tells the byte order, sizes, numbers. */
export function readParameters(
  bytes: Buffer,
  sizes?: number,
): { shape: number[]; values: Float32Array } {
  let at = bytes.indexOf('endhdr\n') + 'endhdr\n'.length;
  if (bytes.readUInt32LE(at) !== 0x11223344)
    throw new Error('The byte order is not little-endian.');
  at += 4;
  const shape: number[] = [];
  const next = () => {
    const size = bytes.readInt32LE(at);
    at += 4;
    return size;
  };
  if (sizes === undefined) {
    // Codebooks, streams, Gaussians, then the length of each stream, then how many numbers follow.
    shape.push(next(), next(), next());
    for (let stream = shape[1] ?? 0; stream > 0; stream -= 1) shape.push(next());
    shape.push(next());
  } else {
    for (let size = 0; size < sizes; size += 1) shape.push(next());
  }
  const count = shape.at(-1) ?? 0;
  const values = new Float32Array(count);
  for (let index = 0; index < count; index += 1) values[index] = bytes.readFloatLE(at + 4 * index);
  return { shape, values };
}
