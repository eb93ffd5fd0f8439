import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Runs a package's program in the project's folder; returns what it had to say where it failed. */
async function complaints(name: string, ...args: string[]): Promise<string> {
  const about = require.resolve(`${name}/package.json`);
  const { bin } = require(about) as { bin: Record<string, string> };
  const program = join(dirname(about), Object.values(bin)[0] ?? '');
  const run = promisify(execFile)(process.execPath, [program, ...args], { cwd: root });
  return run.then(
    () => '',
    ({ stdout, stderr, message }) => `${stdout}${stderr}` || message,
  );
}

// Beside the other tests: by themselves they would use one core while the other waits.
test('the types fit together', { timeout: 120_000 }, async () => {
  expect(await complaints('typescript', '--noEmit', '--singleThreaded')).toBe('');
});

test('the code is clean and formatted', { timeout: 120_000 }, async () => {
  expect(await complaints('@biomejs/biome', 'check')).toBe('');
});
