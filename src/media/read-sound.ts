import type { Ffmpeg } from './ffmpeg.ts';
import { createMixer } from './mix-channels.ts';
import { deadlineFor, runFfmpeg } from './run-ffmpeg.ts';

export interface SoundOptions {
  /** Samples a second. */
  rate: number;
  /** Seconds its header claims, from `probe`. */
  expected?: number | null;
  signal?: AbortSignal | undefined;
}

/**
 * The first sound of a recording as mono samples, in blocks of some seconds. ffmpeg waits while a block is not taken, and is stopped when the reader stops, so that memory does not depend on the length.
 *
 * @throws what `runFfmpeg` throws
 */
export async function* readSound(
  ffmpeg: Ffmpeg,
  path: string,
  { rate, expected = null, signal }: SoundOptions,
): AsyncGenerator<Int16Array, void, void> {
  const { readable, writable } = new TransformStream<Int16Array, Int16Array>();
  const writer = writable.getWriter();
  const stop = new AbortController();
  const mix = createMixer();
  const framesOf = createFramer();
  const running = runFfmpeg(ffmpeg, {
    input: path,
    outputs: [
      {
        to: 'stdout',
        options: ['-map', '0:a:0', '-ac', '2', '-ar', String(rate), '-f', 's16le'],
      },
    ],
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    timeoutMs: deadlineFor(expected),
    // Three days of sound.
    maxOutputBytes: 72 * 3600 * rate * frameBytes,
    async onStdout(chunk) {
      const frames = framesOf(chunk);
      if (frames.length > 0) await writer.write(mix(frames));
    },
  }).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  // Whoever reads is told by the stream.
  running.catch(() => {});
  try {
    yield* inBlocks(readable);
  } finally {
    stop.abort();
    await running.catch(() => {});
  }
}

const frameBytes = 4;

/** Samples in a block: whoever passes blocks on to a thread pays for each, however long it is. */
const blockLength = 1 << 16;

/** The same samples in blocks of at least that length, save the last. */
async function* inBlocks(
  pieces: AsyncIterable<Int16Array>,
): AsyncGenerator<Int16Array, void, void> {
  let gathered: Int16Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
    if (length < blockLength) continue;
    yield joined(gathered, length);
    gathered = [];
    length = 0;
  }
  if (length > 0) yield joined(gathered, length);
}

function joined(pieces: Int16Array[], length: number): Int16Array {
  const whole = new Int16Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Chunks of bytes as whole frames of two 16-bit samples; what is cut off waits for the next chunk. */
function createFramer(): (chunk: Buffer) => Int16Array {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % frameBytes);
    rest = Buffer.from(bytes.subarray(whole));
    // A copy of its own: only there do samples lie on even addresses.
    return new Int16Array(new Uint8Array(bytes.subarray(0, whole)).buffer);
  };
}
