import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AlongsideError } from '../episode/error.ts';

/** An ffmpeg that was started once and answered. */
export interface Ffmpeg {
  /** What to start: an absolute path, or `ffmpeg` as found on PATH. */
  path: string;
  /** As it names itself: `5.1.9-0+deb12u1`, `N-47683-g0e8eb07980-static`. */
  version: string;
  from: 'FFMPEG_PATH' | 'PATH' | '@ffmpeg-installer/ffmpeg';
}

/**
 * The ffmpeg to work with: the configured one, else the one on PATH if it is version 4 or later, else the
 * one of the optional package @ffmpeg-installer/ffmpeg.
 *
 * @param configured the setting FFMPEG_PATH; one that does not work is an error, never passed over
 * @throws ffmpeg_missing
 */
export async function findFfmpeg(configured: string | null): Promise<Ffmpeg> {
  if (configured) return findConfigured(configured);
  const onPath = await ask('ffmpeg', 'PATH').catch(() => null);
  if (onPath) return onPath;
  const installed = await findInstalled().catch(() => null);
  if (installed) return installed;
  throw new AlongsideError('ffmpeg_missing', 'There is no ffmpeg of version 4 or later here.', {
    remedy:
      'Install it (`apt install ffmpeg`, `brew install ffmpeg`), or set FFMPEG_PATH to where it is.',
  });
}

async function findConfigured(path: string): Promise<Ffmpeg> {
  try {
    return await ask(path, 'FFMPEG_PATH');
  } catch (cause) {
    throw new AlongsideError(
      'ffmpeg_missing',
      `FFMPEG_PATH is ${path}, which does not run as ffmpeg of version 4 or later.`,
      {
        remedy:
          'Set FFMPEG_PATH to an ffmpeg that runs, or remove it and install one (`apt install ffmpeg`, `brew install ffmpeg`).',
      },
      cause,
    );
  }
}

async function findInstalled(): Promise<Ffmpeg> {
  const installer = await import('@ffmpeg-installer/ffmpeg');
  return ask(installer.default.path, '@ffmpeg-installer/ffmpeg');
}

const run = promisify(execFile);
/** By path: what has answered is not asked again. */
const answered = new Map<string, Ffmpeg>();

async function ask(path: string, from: Ffmpeg['from']): Promise<Ffmpeg> {
  const known = answered.get(path);
  if (known !== undefined) return { ...known, from };
  const { stdout } = await run(path, ['-version'], { timeout: 20_000, killSignal: 'SIGKILL' });
  const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1];
  // Builds from git carry no release number; ffmpeg 4.0 is the release that came with libavutil 56.
  const libavutil = Number(/^libavutil\s+(\d+)/m.exec(stdout)?.[1] ?? 0);
  if (version === undefined || libavutil < 56) throw new Error(`${path} is not ffmpeg 4 or later`);
  answered.set(path, { path, version, from });
  return { path, version, from };
}
