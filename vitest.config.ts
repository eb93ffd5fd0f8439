import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**'],
    globalSetup: 'test/build.mjs',
    // Files share what they import: loading it anew for each took a quarter of the time.
    isolate: false,
    // Half of the time goes into waiting for servers, commands and settling folders.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Real ffmpeg and a real browser take their time on two slow cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
