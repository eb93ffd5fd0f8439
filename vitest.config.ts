import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**'],
    globalSetup: 'test/build.mjs',
    // Real ffmpeg and a real browser take their time on two slow cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
