// Makes a fresh clone ready: installs what package-lock.json names when it changed, then builds what
// changed. Uses nothing but Node, since it runs before anything is installed. Prints to stderr only,
// so a command's stdout stays its own.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const lock = join(root, '.setting-up');
await takeLock();
try {
  const [have, kind] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (have !== wanted || (withDev && kind !== 'dev')) install();
  const { buildIfChanged } = await import(pathToFileURL(join(root, 'scripts', 'build.mjs')).href);
  await buildIfChanged();
} finally {
  rmSync(lock, { force: true });
}

/** Two commands started together must not install into each other. */
async function takeLock() {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isRunning(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    else if (!told) process.stderr.write('Waiting for another command that is setting up …\n');
    await new Promise((go) => setTimeout(go, 300));
  }
}

/** A lock whose process is gone was left by a crash, or by Ctrl-C. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

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
  rmSync(join(root, '.setting-up'), { force: true });
  process.exit(1);
}
