import { defineConfig, mergeConfig } from 'vitest/config';
import short from './vitest.config.ts';

/** What takes longer than five minutes: every kill point, full fuzzing. */
export default mergeConfig(
  { ...short, test: { ...short.test, include: [], exclude: [] } },
  defineConfig({ test: { include: ['test/long/**/*.test.ts'], testTimeout: 600_000 } }),
);
