import { afterEach, expect, test, vi } from 'vitest';
import { explain, runCommand } from '../../src/cli/run-command.ts';
import { AlongsideError } from '../../src/episode/error.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const known = new AlongsideError('file_not_found', 'This file cannot be read.', {
  file: 'talk.txt',
  line: 3,
  remedy: 'Check its name.',
});

test('a known error is its place, its sentence and its remedy', () => {
  expect(explain(known)).toBe('talk.txt:3: This file cannot be read.\nCheck its name.');
});

test('an unexpected error is told plainly, without a stack trace, with a hint to report it', () => {
  const told = explain(new TypeError('x is not a function'));
  expect(told).toMatch(/x is not a function\n.*report/);
  expect(told).not.toMatch(/\n\s+at /);
});

test('a command that fails prints to stderr and leaves exit code 1', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await runCommand(async () => {
    throw known;
  });
  expect(written).toHaveBeenCalledWith(`${explain(known)}\n`);
  expect(process.exitCode).toBe(1);
});

test('a command that succeeds prints nothing', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await runCommand(async () => {});
  expect(written).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
});
