import { AlongsideError } from '../episode/error.ts';

/** How ffmpeg says it; a line that begins with white space is a tag of the recording. */
export const diskFull = /^\S.*No space left on device/m;

/** What it means that ffmpeg failed, read from what it said. */
export function failed(input: string, stderr: string, cause?: unknown): AlongsideError {
  const said = new Error(stderr.trim() || 'ffmpeg said nothing', { cause });
  if (diskFull.test(stderr)) {
    return new AlongsideError(
      'disk_full',
      'The disk is full.',
      { remedy: 'Make room on the disk that holds the episodes, then try again.' },
      said,
    );
  }
  if (/^Unknown encoder/m.test(stderr)) {
    return new AlongsideError(
      'ffmpeg_failed',
      'This ffmpeg was built without an encoder that is needed.',
      {
        remedy: 'Use an ffmpeg that has libmp3lame (`apt install ffmpeg`, `brew install ffmpeg`).',
      },
      said,
    );
  }
  return new AlongsideError(
    'ffmpeg_failed',
    `ffmpeg failed: ${lastWords(input, stderr, cause)}.`,
    { remedy: 'Try again; if it fails again, save the recording anew in another format.' },
    said,
  );
}

export function timedOut(timeoutMs: number): AlongsideError {
  const seconds = Math.round(timeoutMs / 1000);
  return new AlongsideError(
    'ffmpeg_timeout',
    `ffmpeg was stopped because it took longer than ${seconds} seconds.`,
    { remedy: 'Try again when the machine has less to do.' },
  );
}

export function cancelled(reason: unknown): AlongsideError {
  return new AlongsideError(
    'cancelled',
    'The work on the recording was stopped.',
    { remedy: 'Start it again when you want it done.' },
    reason,
  );
}

export function flooded(most: number): AlongsideError {
  return new AlongsideError('ffmpeg_failed', `ffmpeg wrote more than ${most} bytes.`, {
    remedy: 'Save the recording anew in another format.',
  });
}

/** The last line ffmpeg said about the matter, without our own path in it. */
function lastWords(input: string, stderr: string, cause: unknown): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const last = lines.findLast((line) => line !== '' && !/^Conversion failed|time=/.test(line));
  const text = last ?? (cause instanceof Error ? cause.message : 'it gave no reason');
  return text
    .replace(/^\[[^\]]*\] /, '')
    .replaceAll(input, '')
    .replace(/(?:^|\b)file:\S*:\s*/, '')
    .replace(/\.$/, '');
}
