// Makes a fresh clone ready: installs what package-lock.json names when it changed, then builds what
// changed. Uses nothing but Node, since it runs before anything is installed. Prints to stderr only,
// so a command's stdout stays its own.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.alongside');
const withDev = process.argv.includes('--dev');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Alongside needs Node 20.19 or newer; this is ${process.version}.`,
    'Install a newer Node from https://nodejs.org.',
  );
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
  .digest('hex');
const [have, kind] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
if (have !== wanted || (withDev && kind !== 'dev')) install();

const { buildIfChanged } = await import(pathToFileURL(join(root, 'scripts', 'build.mjs')).href);
await buildIfChanged();

function install() {
  process.stderr.write('Installing what Alongside needs …\n');
  const omit = withDev ? ['--include=dev'] : ['--omit=dev'];
  try {
    const npm = process.env.npm_execpath;
    const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    execFileSync(command, [...first, 'ci', ...omit, '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: '' },
    });
  } catch {
    stop(
      'npm could not install the packages; its own message is above.',
      'Check the network and the free disk space, then run the same command again.',
    );
  }
  writeFileSync(stamp, `${wanted} ${withDev ? 'dev' : 'run'}`);
}

/** @returns {never} */
function stop(what, remedy) {
  process.stderr.write(`${what}\n${remedy}\n`);
  process.exit(1);
}
