import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import createCommand, { type FfmpegCommand } from 'fluent-ffmpeg';
import type { Ffmpeg } from './ffmpeg.ts';

/** A file for ffmpeg to read, or a text it reads from stdin. */
export interface Input {
  from: string | { text: string };
  /** The demuxers it may be opened with, by ffmpeg's names; all others are refused. */
  formats: string;
  options?: string[];
}

export interface Output {
  to: { file: string } | 'stdout' | 'nowhere';
  options: string[];
}

/** A recording may be opened as one of these; what a file is called does not matter. */
export const soundFormats =
  'mp3,wav,flac,ogg,mov,mp4,m4a,3gp,3g2,mj2,aac,matroska,webm,aiff' as const;

/**
 * The command line as fluent-ffmpeg keeps it, not yet started.
 *
 * A playlist under the name of a recording would make ffmpeg open whatever files it lists, so every input
 * is held to a list of demuxers and to local files and pipes. Paths are made absolute and marked `file:`,
 * so that none of their letters means anything to ffmpeg.
 */
export function buildCommand(
  ffmpeg: Ffmpeg,
  inputs: Input[],
  outputs: Output[],
  stdout: Writable,
): FfmpegCommand {
  const command = tame(createCommand(), ffmpeg);
  for (const { from, formats, options = [] } of inputs) {
    command
      .input(typeof from === 'string' ? `file:${resolve(from)}` : Readable.from([from.text]))
      .inputOptions(
        ...['-nostdin', '-protocol_whitelist', 'file,pipe', '-format_whitelist', formats],
        ...options,
      );
  }
  for (const { to, options } of outputs) {
    // Not ended by the library: it kills ffmpeg 20 ms after the stream closes, finished or not.
    if (to === 'stdout') command.output(stdout, { end: false });
    else command.output(to === 'nowhere' ? '-' : `file:${resolve(to.file)}`);
    command.outputOptions('-y', '-max_error_rate', '1', ...options);
  }
  return command;
}

/** The process of a command that has emitted `start`. */
export function processOf(command: FfmpegCommand): ChildProcess {
  const child = (command as unknown as Inner).ffmpegProc;
  if (child === undefined) throw new Error('ffmpeg has not been started');
  return child;
}

/** What fluent-ffmpeg 2.1.3, its last release, keeps to itself. */
interface Inner {
  ffmpegProc?: ChildProcess;
  _spawnFfmpeg(args: string[], options: object, onStart: unknown, onEnd: OnEnd): void;
}
type OnEnd = (error: unknown, stdout?: Lines, stderr?: Lines) => void;
type Lines = { get(): string };

const noLines: Lines = { get: () => '' };

/**
 * Left alone, fluent-ffmpeg holds one path to ffmpeg for the whole process, asks `ffmpeg -formats` first
 * without any deadline, and throws where nobody can catch it when a process cannot be started.
 */
function tame(command: FfmpegCommand, ffmpeg: Ffmpeg): FfmpegCommand {
  const spawn = (command as unknown as Inner)._spawnFfmpeg;
  return Object.assign(command, {
    _getFfmpegPath: (done: (error: null, path: string) => void) => done(null, ffmpeg.path),
    _checkCapabilities: (done: (error: null) => void) => done(null),
    availableEncoders: (done: (error: null, encoders: object) => void) => done(null, {}),
    _spawnFfmpeg(args: string[], options: object, onStart: unknown, onEnd: OnEnd) {
      const end: OnEnd = (error, stdout = noLines, stderr = noLines) =>
        onEnd(error, stdout, stderr);
      try {
        spawn.call(command as unknown as Inner, args, options, onStart, end);
      } catch (error) {
        end(error);
      }
    },
  });
}
