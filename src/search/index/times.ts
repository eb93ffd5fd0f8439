/** No time is known. */
const unknown = 0xffff;
/** The first byte says how the others are to be read: steps, or whole times where a step is too long. */
const [short, long] = [0, 1];

/**
 * When words are spoken, in hundredths of a second from one to the next: two bytes a word, four in the rare
 * passage that has ten minutes between two words.
 *
 * @param starts seconds
 */
export function packTimes(starts: (number | null)[]): { first: number | null; steps: Uint8Array } {
  const first = starts.find((start) => start !== null) ?? null;
  const steps = new Uint16Array(starts.length);
  let last = hundredths(first ?? 0);
  for (const [at, start] of starts.entries()) {
    const step = start === null ? unknown : hundredths(start) - last;
    if (start !== null && (step < 0 || step >= unknown)) return { first, steps: packLong(starts) };
    steps[at] = step;
    if (start !== null) last += step;
  }
  return { first, steps: withMark(short, steps) };
}

export function unpackTimes(first: number | null, packed: Uint8Array): (number | null)[] {
  // Copied: what a database hands out need not begin at an even address.
  const { buffer } = Uint8Array.from(packed).slice(1);
  if (packed[0] === long) {
    return Array.from(new Int32Array(buffer), (time) => (time < 0 ? null : time / 100));
  }
  let last = hundredths(first ?? 0);
  return Array.from(new Uint16Array(buffer), (step) => {
    if (step === unknown) return null;
    last += step;
    return last / 100;
  });
}

function packLong(starts: (number | null)[]): Uint8Array {
  const times = starts.map((start) => (start === null ? -1 : hundredths(start)));
  return withMark(long, Int32Array.from(times));
}

function withMark(mark: number, { buffer }: Uint16Array | Int32Array): Uint8Array {
  const packed = new Uint8Array(1 + buffer.byteLength);
  packed[0] = mark;
  packed.set(new Uint8Array(buffer), 1);
  return packed;
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100);
}
