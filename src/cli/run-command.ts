import { AlongsideError, describeError } from '../episode/error.ts';

/**
 * Runs a command to its end. What goes wrong is told on stderr in plain sentences, without a stack trace,
 * and the exit code is 1.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  // `command | head` closes the pipe early; that is the reader's good right, not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/** An error as a person reads it in a terminal. */
export function explain(error: unknown): string {
  if (error instanceof AlongsideError) return describeError(error);
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that should not have: ${message}\nPlease report this message together with the command that led to it.`;
}
