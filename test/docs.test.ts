import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { marked, type Token } from 'marked';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, buildApp } from '../src/app.ts';
import { type Config, readConfig, settingNames } from '../src/config.ts';
import { timedForms, untimedForms } from '../src/episode/episode.ts';
import { errorCodes } from '../src/episode/error.ts';
import { newEpisodesDir, removeEpisodesDir } from './serve.ts';

/** Holds what is written about Alongside to what it is. Each test names what is missing. */
const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readme = read('README.md');
const architecture = read('ARCHITECTURE.md');
const { scripts, ...declared } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

describe('the README', () => {
  const defaults = defaultSettings(readConfig({}));

  test.each(settingNames)('has the setting %s with its default', (name) => {
    const row = new RegExp(`^\\| *\`${name}\` *\\|([^|]*)\\|`, 'm').exec(readme);
    expect(row, `a row for ${name} in the table of settings`).not.toBeNull();
    expect(row?.[1]).toContain(defaults[name] ?? '');
  });

  test('has every command', () => {
    const commands = Object.keys(scripts).filter((name) => !name.startsWith('pre'));
    const forDevelopers = /^(test:|format$|build$|bench$)/;
    const missing = commands.filter((name) => {
      const typed = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
      const books = forDevelopers.test(name) ? readme + read('CONTRIBUTING.md') : readme;
      return !new RegExp(`${typed}(?![\\w:])`).test(books);
    });
    expect(missing).toEqual([]);
  });

  test.each(userCommands())('has every option of npm run %s', (_name, file) => {
    const help = execFileSync(process.execPath, [join(root, file), '--help'], { encoding: 'utf8' });
    const options = Array.from(
      help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm),
      (found) => found[1] ?? '',
    );
    expect(options).toContain('--help');
    expect(options.filter((name) => name !== '--help' && !mentions(name))).toEqual([]);
  });

  test('has every error code', () => {
    expect(errorCodes.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });

  test('has every form of transcript', () => {
    const forms = [...timedForms, ...untimedForms];
    expect(forms.filter((form) => !new RegExp(`[.\`]${form}\``).test(readme))).toEqual([]);
  });
});

describe('the addresses', () => {
  /** As the README writes them, and as the server knows them. */
  const addresses = [
    ['/', '/'],
    ['/episodes/<slug>/', '/episodes/:slug/'],
    ['/episodes/<slug>/transcript.vtt', '/episodes/:slug/transcript.:form'],
    ['/episodes/<slug>/chapters.json', '/episodes/:slug/chapters.json'],
    ['/audio/<slug>.mp3', '/audio/:slug.:extension'],
    ['/feed.xml', '/feed.xml'],
    ['/embed/<slug>/', '/embed/:slug/'],
    ['/oembed?url=', '/oembed'],
    ['/search?q=', '/search'],
    ['/tags/<tag>/', '/tags/:tag/'],
    ['/people/<person>/', '/people/:person/'],
    ['/api/docs/json', '/api/docs/json'],
    ['/healthz', '/healthz'],
  ] as const;
  let app: App;
  let folder: string;
  beforeAll(async () => {
    folder = await newEpisodesDir();
    const config = readConfig({ ...process.env, PORT: '0', PUBLIC_URL: '', EPISODES_DIR: folder });
    const silent = { info() {}, error() {} };
    app = await buildApp(config, { logger: false, log: silent });
  });
  afterAll(async () => {
    await app.close();
    await removeEpisodesDir(folder);
  });

  test.each(addresses)('%s is in the README as soon as it is there', (address, url) => {
    if (!app.server.hasRoute({ method: 'GET', url })) return;
    expect(readme.includes(`\`${address}`), `${address} in the README`).toBe(true);
  });
});

describe('ARCHITECTURE.md', () => {
  test('has every room and every file of src on its map', () => {
    const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
    const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    const onMap = (name: string) =>
      new RegExp(`^ {2}(.* )?${literally(name)} `, 'm').test(architecture);
    expect(names.filter((name) => !onMap(name))).toEqual([]);
  });

  test('has every dependency', () => {
    const { dependencies, devDependencies, optionalDependencies } = declared;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const named = (name: string) =>
      new RegExp(`(?<![\\w@/-])${literally(name)}(?![\\w/-])`).test(architecture);
    expect(all.filter((name) => !named(name))).toEqual([]);
  });
});

describe('links', () => {
  const ours = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !/^(node_modules|dist|episodes|test|coverage|\.)/.test(name),
  );

  test.each(ours)('in %s lead to something', (name) => {
    const dead = linksIn(read(name)).filter((link) => !leads(link, name));
    expect(dead).toEqual([]);
  });
});

/** What each setting is where nobody sets it, as the README writes it; none where it depends. */
function defaultSettings(config: Config): Partial<Record<(typeof settingNames)[number], string>> {
  return {
    HOST: config.host,
    PORT: String(config.port),
    TRUST_PROXY: String(config.trustProxy),
    EPISODES_DIR: `./${relative(process.cwd(), config.episodesDir)}`,
  };
}

/** Commands with options of their own: name, and the file that is run. */
function userCommands(): [name: string, file: string][] {
  return Object.entries(scripts).flatMap(([name, line]) => {
    const file = /^node (dist\/scripts\/\S+)/.exec(line)?.[1];
    return file && name !== 'bench' ? [[name, file]] : [];
  });
}

function mentions(option: string): boolean {
  return new RegExp(`${literally(option)}(?![\\w-])`).test(readme);
}

function linksIn(source: string): string[] {
  const links = Array.from(source.matchAll(/\b(?:src|href)="([^"]+)"/g), (found) => found[1] ?? '');
  marked.walkTokens(marked.lexer(source), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') links.push(String(token.href));
  });
  return links.filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
}

/** A path beside the file, or a heading: of the file itself, or of the one that is named. */
function leads(link: string, from: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? from : join(dirname(from), decodeURI(path));
  if (!existsSync(join(root, target))) return false;
  if (heading === undefined || !target.endsWith('.md')) return true;
  const headings = Array.from(read(target).matchAll(/^#+ +(.+)$/gm), (found) => found[1] ?? '');
  return headings.map(anchorOf).includes(heading);
}

/** As GitHub makes it: lower case, blanks as hyphens, without punctuation. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
