import { constants, setPriority } from 'node:os';
import { Writable } from 'node:stream';
import { buildCommand, type Input, type Output, processOf, soundFormats } from './command.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { cancelled, diskFull, failed, flooded, timedOut } from './ffmpeg-error.ts';

export interface Job {
  /** The recording, by its path. */
  input: string;
  inputOptions?: string[];
  /** The demuxers that may open it; those of sound unless said otherwise. */
  formats?: string;
  /** Further inputs: pictures, chapters. */
  moreInputs?: Input[];
  outputs: Output[];
  signal?: AbortSignal | undefined;
  timeoutMs: number;
  /** Each line on stderr as it comes. */
  onLine?: (line: string) => void;
  /** Seconds of sound written so far. */
  onProgress?: ((seconds: number) => void) | undefined;
  /** What comes on stdout; ffmpeg waits while a promise is pending. */
  onStdout?: (chunk: Buffer) => void | Promise<void>;
  /** How much may come on stdout and stderr together. */
  maxOutputBytes?: number;
}

/**
 * Runs ffmpeg once: at low priority, without a shell, for at most `timeoutMs`, and killed at once when the
 * signal aborts.
 *
 * @returns the last hundred lines of stderr
 * @throws ffmpeg_failed, ffmpeg_timeout, disk_full, cancelled; and whatever the callbacks throw
 */
export async function runFfmpeg(ffmpeg: Ffmpeg, job: Job): Promise<string> {
  if (job.signal?.aborted) throw cancelled(job.signal.reason);
  const { input: from, inputOptions = [], formats = soundFormats, moreInputs = [] } = job;
  const guard = new AbortController();
  const stdout = sinkFor(job, guard);
  const inputs: Input[] = [{ from, formats, options: inputOptions }, ...moreInputs];
  const command = buildCommand(ffmpeg, inputs, quietUnless(job), stdout);
  const stopWatching = watch(job, guard);
  try {
    return await finish(command, job, stdout, guard);
  } finally {
    stopWatching();
    stdout.destroy();
  }
}

/** Slower than the sound itself lasts, and ten minutes on top, is stuck. Seconds in, milliseconds out. */
export function deadlineFor(seconds: number | null): number {
  const longest = 12 * 60 * 60;
  return (600 + Math.min(seconds ?? longest, longest)) * 1000;
}

type Command = ReturnType<typeof buildCommand>;

/** Settles when ffmpeg has ended and all it wrote has been taken, or when it was stopped and is gone. */
function finish(
  command: Command,
  job: Job,
  sink: Writable,
  guard: AbortController,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let drained: Promise<unknown> = Promise.resolve();
    const giveUp = () => reject(guard.signal.reason);
    command.on('start', () => {
      const child = processOf(command);
      lowerPriority(child.pid);
      const stop = () => {
        child.kill('SIGKILL');
        // Neither someone who holds its pipes open nor a disk that keeps it from dying may hold us.
        child.once('exit', giveUp);
        if (child.exitCode !== null || child.signalCode !== null) giveUp();
        setTimeout(giveUp, 5000).unref();
        child.stdout?.destroy();
        child.stderr?.destroy();
      };
      if (guard.signal.aborted) stop();
      else guard.signal.addEventListener('abort', stop, { once: true });
      drained = new Promise((done) => child.stdout?.once('close', done));
      limitOutput([child.stdout, child.stderr], job.maxOutputBytes ?? 16_000_000, guard);
    });
    command.on('stderr', (line: string) => {
      try {
        job.onLine?.(line);
        if (job.onProgress) reportProgress(line, job.onProgress);
      } catch (error) {
        guard.abort(error);
      }
    });
    command.on('end', (_stdout, stderr) => {
      const words = stderr ?? '';
      // ffmpeg may find the disk full only as it closes the file, and call that a success.
      if (diskFull.test(words)) reject(failed(job.input, words));
      else {
        drained
          .then(() => new Promise<void>((done) => sink.end(done)))
          .then(() => (guard.signal.aborted ? giveUp() : resolve(words)), reject);
      }
    });
    command.on('error', (cause, _stdout, stderr) => {
      if (guard.signal.aborted) giveUp();
      else reject(failed(job.input, stderr ?? '', cause));
    });
    command.run();
  });
}

function watch(job: Job, guard: AbortController): () => void {
  const timer = setTimeout(() => guard.abort(timedOut(job.timeoutMs)), job.timeoutMs);
  const abort = () => guard.abort(cancelled(job.signal?.reason));
  job.signal?.addEventListener('abort', abort, { once: true });
  return () => {
    clearTimeout(timer);
    job.signal?.removeEventListener('abort', abort);
  };
}

function sinkFor(job: Job, guard: AbortController): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const taken = (async () => job.onStdout?.(chunk))();
      taken.catch((error: unknown) => guard.abort(error)).finally(() => done());
    },
  });
}

function limitOutput(
  streams: (NodeJS.ReadableStream | null)[],
  most: number,
  guard: AbortController,
): void {
  let bytes = 0;
  for (const stream of streams) {
    stream?.on('data', (chunk: Buffer | string) => {
      bytes += chunk.length;
      if (bytes > most) guard.abort(flooded(most));
    });
  }
}

/** Publishing waits for serving, never the other way round. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or this system does not let us.
  }
}

function quietUnless({ outputs, onProgress }: Job): Output[] {
  if (onProgress) return outputs;
  return outputs.map(({ to, options }) => ({ to, options: ['-nostats', ...options] }));
}

function reportProgress(line: string, onProgress: (seconds: number) => void): void {
  const time = /\btime=(\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(line);
  if (time) onProgress(Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]));
}
