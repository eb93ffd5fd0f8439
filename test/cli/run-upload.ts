import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

const scripts = join(import.meta.dirname, '..', '..', 'dist', 'scripts');

/** Runs the built upload command to its end, somewhere without settings of its own. */
export function runUpload(
  server: { url: string; token: string },
  args: string[],
): Promise<CommandResult> {
  return startUpload(server, args).done;
}

/**
 * Starts the built upload command.
 *
 * @param surroundings more of its environment
 */
export function startUpload(
  server: { url: string; token: string } | null,
  args: string[],
  surroundings: Record<string, string> = {},
): StartedCommand {
  return startCommand('upload', server, args, surroundings);
}

export interface StartedCommand {
  child: ChildProcess;
  done: Promise<CommandResult>;
  stderr: () => string;
}

/** Starts a built command by its name. */
export function startCommand(
  name: string,
  server: { url: string; token: string } | null,
  args: string[],
  surroundings: Record<string, string> = {},
): StartedCommand {
  const { PATH = '', FFMPEG_PATH = '' } = process.env;
  const where = server === null ? [] : ['--server', server.url, '--token', server.token];
  const child = spawn(process.execPath, [join(scripts, `${name}.js`), ...args, ...where], {
    env: { PATH, FFMPEG_PATH, ...surroundings },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const done = new Promise<CommandResult>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, done, stderr: () => stderr };
}
