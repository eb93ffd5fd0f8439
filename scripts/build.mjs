// Builds the server and the commands into dist/, and what the browser gets into public/: scripts and styles.
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
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built-from');
/** What is built for the browser, compressed as well: it is asked for far more often than it changes. */
const forBrowser = [
  ...['player.js', 'style.css', 'guest.js', 'guest.css', 'results.js', 'results.css'],
].map((name) => join(root, 'public', name));
const model = join(root, 'dist', 'model', 'cmu-en-us.bin');
/**
 * Packages that are built in. Looking for their many small files took a command, and the server, most of the
 * time that they need to start.
 */
const builtIn = [
  ...[
    '@orama/stemmers',
    '@sindresorhus/slugify',
    '@tus/file-store',
    '@tus/server',
    'chardet',
    'cli-progress',
  ],
  ...[
    'commander',
    'entities',
    'eventsource-parser',
    'fastest-levenshtein',
    'htmlparser2',
    'iconv-lite',
    'image-size',
  ],
  ...['lru-cache', 'marked', 'music-metadata', 'p-queue', 'podcast', 'preact'],
  ...['preact-render-to-string', 'sanitize-html', 'saxes', 'tus-js-client', 'yaml', 'zod'],
];

/** Packages that are CommonJS ask for Node's own modules with `require`, which a module has not got. */
const bringRequire = `import { createRequire as toRequire } from 'node:module';
const require = toRequire(import.meta.url);`;

/** Builds unless dist/ was made from exactly these sources. */
export async function buildIfChanged() {
  const sources = fingerprint();
  const built = [stamp, ...forBrowser.flatMap(withCompressed), model].every((file) =>
    existsSync(file),
  )
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
      'draw-worker': 'src/media/draw-worker.ts',
      'search-worker': 'src/publish/search/worker.ts',
      ...scriptEntries(),
    },
    outdir: beside,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: otherPackages(),
    banner: { js: bringRequire },
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  await esbuild({
    ...shared,
    entryPoints: [
      { in: 'src/player/main.ts', out: 'player' },
      { in: 'src/style/main.css', out: 'style' },
      // Of one page alone each: the others need not wait for it.
      { in: 'src/guest/main.ts', out: 'guest' },
      { in: 'src/style/guest.css', out: 'guest' },
      { in: 'src/results/main.ts', out: 'results' },
      { in: 'src/style/results.css', out: 'results' },
    ],
    outdir: 'public',
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
    charset: 'utf8',
  });
  for (const file of forBrowser) {
    const bytes = readFileSync(file);
    const [, brotli, gzip] = withCompressed(file);
    writeFileSync(brotli, brotliCompressSync(bytes));
    writeFileSync(gzip, gzipSync(bytes, { level: 9 }));
  }
  copyModel(join(root, 'src', 'align', 'model'), join(root, beside, 'model'));
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(join(root, beside), join(root, 'dist'));
}

function withCompressed(file) {
  return [file, `${file}.br`, `${file}.gz`];
}

function scriptEntries() {
  const names = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(
    names.map((name) => [`scripts/${name.slice(0, -3)}`, `scripts/${name}`]),
  );
}

function otherPackages() {
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { dependencies, optionalDependencies, devDependencies } = about;
  const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  return all.filter((name) => !builtIn.includes(name));
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
