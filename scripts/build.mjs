// Builds the server and the commands into dist/, and the browser's player into public/.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built-from');
const player = join(root, 'public', 'player.js');
const model = join(root, 'dist', 'model', 'cmu-en-us.bin');

/** Builds unless dist/ was made from exactly these sources. */
export async function buildIfChanged() {
  const sources = fingerprint();
  const built = [stamp, player, model].every((file) => existsSync(file))
    ? readFileSync(stamp, 'utf8')
    : '';
  if (built === sources) return;
  await build();
  writeFileSync(stamp, sources);
}

async function build() {
  const { build: esbuild } = await import('esbuild');
  // Built beside and put in place at the end: another command may be starting from dist/ right now.
  const beside = `dist.new-${process.pid}`;
  const shared = { absWorkingDir: root, bundle: true, logLevel: 'error', sourcemap: true };
  await esbuild({
    ...shared,
    entryPoints: {
      main: 'src/main.ts',
      'align-worker': 'src/align/worker.ts',
      ...scriptEntries(),
    },
    outdir: beside,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  await esbuild({
    ...shared,
    entryPoints: ['src/player/main.ts'],
    outfile: 'public/player.js',
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
  });
  copyModel(join(root, 'src', 'align', 'model'), join(root, beside, 'model'));
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(join(root, beside), join(root, 'dist'));
}

function scriptEntries() {
  const names = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(
    names.map((name) => [`scripts/${name.slice(0, -3)}`, `scripts/${name}`]),
  );
}

/** The acoustic model, and what goes with it, lies beside its code; dist/ has to be complete in itself. */
function copyModel(from, to) {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}

/** Names, sizes and dates of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'scripts']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
      const { size, mtimeMs } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  for (const name of ['package-lock.json', 'tsconfig.json'])
    hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
