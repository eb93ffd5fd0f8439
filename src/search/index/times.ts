/** No time is known. */
const unknown = 0xffff;

/**
 * When words are spoken, in hundredths of a second from one to the next: two bytes a word.
 *
 * @param starts seconds, not falling
 */
export function packTimes(starts: (number | null)[]): { first: number | null; steps: Uint8Array } {
  const first = starts.find((start) => start !== null) ?? null;
  let last = hundredths(first ?? 0);
  const steps = new Uint16Array(starts.length);
  for (const [at, start] of starts.entries()) {
    if (start === null) {
      steps[at] = unknown;
      continue;
    }
    const step = Math.min(Math.max(0, hundredths(start) - last), unknown - 1);
    steps[at] = step;
    last += step;
  }
  return { first, steps: new Uint8Array(steps.buffer) };
}

export function unpackTimes(first: number | null, steps: Uint8Array): (number | null)[] {
  const { buffer, byteOffset, byteLength } = steps;
  // Copied: what a database hands out need not begin at an even address.
  const packed = new Uint16Array(buffer.slice(byteOffset, byteOffset + byteLength));
  let last = hundredths(first ?? 0);
  return Array.from(packed, (step) => {
    if (step === unknown) return null;
    last += step;
    return last / 100;
  });
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100);
}
