import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { AlongsideError } from '../src/episode/error.ts';

/** Keeps a browser from looking for its maker's servers, and from making a noise. */
export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--mute-audio',
  '--no-first-run',
];

/** What Playwright's `chromium.launch` needs: spread it into its options. */
export interface Chromium {
  executablePath: string;
  args: string[];
  /** The whole environment for the browser, where it needs more than ours. */
  env?: Record<string, string>;
}

/**
 * Finds a Chromium: the one `CHROMIUM_PATH` names, or one on `PATH`, or the one in the development
 * dependency @sparticuz/chromium, which is unpacked once beside it.
 *
 * @throws AlongsideError `setting_invalid` when `CHROMIUM_PATH` names no program, `file_not_found` when
 * there is no Chromium for this machine
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  // Chromium refuses to sandbox itself for root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const configured = env.CHROMIUM_PATH;
  if (configured) {
    if (isProgram(configured)) return { executablePath: configured, args };
    throw new AlongsideError('setting_invalid', `CHROMIUM_PATH names no program: ${configured}.`, {
      remedy: 'Set it to the path of a Chromium or Chrome, or leave it out.',
    });
  }
  const installed = onPath(env.PATH ?? '');
  if (installed) return { executablePath: installed, args };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new AlongsideError('file_not_found', 'There is no Chromium on this machine.', {
      remedy: 'Install Chromium or Chrome, and set CHROMIUM_PATH to its path.',
    });
  }
  return { ...(await bundled(env)), args };
}

function onPath(path: string): string | undefined {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable'];
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function bundled(env: NodeJS.ProcessEnv) {
  const require = createRequire(import.meta.url);
  const [home = ''] = /^.*@sparticuz.chromium/.exec(require.resolve('@sparticuz/chromium')) ?? [];
  const { version } = require(join(home, 'package.json'));
  const folder = await unpackedIn(join(home, '..', '..', '.cache'), `chromium-${version}`);
  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH];
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...defined(env),
      // Many servers lack libraries a browser expects (nss, nspr, expat), so it brings its own.
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

/**
 * The unpacked package, unpacking it the first time. Test files run side by side and may all find it
 * missing: each unpacks into a folder of its own, and the first to finish gives its folder the name.
 */
async function unpackedIn(cache: string, name: string): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const unpack = "(await import('@sparticuz/chromium')).default.executablePath()";
    // The package unpacks into the temporary folder, and its libraries only where it takes the machine
    // for a cloud function.
    const env = { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const options = { env, cwd: cache, timeout: 120_000 };
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], options);
    await writeFile(join(own, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts')));
    await rename(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return folder;
}

/** The package's own list of fonts names folders that only cloud functions have. */
function fontsIn(folder: string): string {
  return `<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  const pairs = Object.entries(env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return Object.fromEntries(pairs);
}
