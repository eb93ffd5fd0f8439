import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose tests take long, most of all, and what checks the source. */
const slow = ['publish', 'cli', 'source.test.ts', 'browser', 'app', 'align', 'media', 'http'];

/** Begun last, a file that takes half a minute would run alone at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId, project }: TestSpecification): number {
  const [, room = ''] = relative(project.config.root, moduleId).split(sep);
  const rank = slow.indexOf(room);
  return rank === -1 ? slow.length : rank;
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**'],
    globalSetup: 'test/build.mjs',
    // Files share what they import: loading it anew for each took a quarter of the time.
    isolate: false,
    // More than two cores can carry: much of the time goes into waiting for servers, commands and settling folders.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: SlowFirst },
    // Real ffmpeg and a real browser take their time on two slow cores, behind everything else there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
