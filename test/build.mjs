import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildIfChanged } from '../scripts/build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds dist/ before the tests, for those that start the real server and the real commands. */
export async function setup() {
  await buildIfChanged();
  await buildAligner();
}

/** The aligner by itself, since as the tests' modules are transformed it would take twice as long. */
async function buildAligner() {
  await build({
    absWorkingDir: root,
    entryPoints: { align: 'src/align/align.ts', realign: 'src/align/realign.ts' },
    outdir: 'dist/for-tests',
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
}
