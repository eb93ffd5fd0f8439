import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The map of the house: a room may import those named beside it, and itself. The same map, with its
 * reasons, is in ARCHITECTURE.md.
 */
const mayImport: Record<string, string[]> = {
  'main.ts': ['app.ts', 'config.ts', 'episode'],
  'app.ts': ['config.ts', 'http', 'publish', 'media', 'store', 'render', 'episode'],
  'config.ts': ['episode'],
  http: ['publish', 'check', 'transcript', 'store', 'render', 'markup', 'episode'],
  publish: ['transcript', 'align', 'media', 'store', 'search', 'render', 'markup', 'episode'],
  cli: [
    'config.ts',
    'import',
    'check',
    'transcript',
    'align',
    'media',
    'store',
    'markup',
    'episode',
  ],
  import: ['transcript', 'markup', 'episode'],
  check: ['transcript', 'markup', 'episode'],
  transcript: ['markup', 'episode'],
  align: ['episode'],
  media: ['episode'],
  store: ['episode'],
  search: ['markup', 'episode'],
  render: ['markup', 'episode'],
  markup: ['episode'],
  player: ['episode'],
  guest: ['episode'],
  results: ['episode'],
  episode: [],
};

/** Things that have one place. */
const onlyIn: [what: string, pattern: RegExp, places: string[]][] = [
  ['fastify', /from 'fastify'/, ['http', 'app.ts']],
  ['child processes', /from '(node:child_process|fluent-ffmpeg)'/, ['media']],
  ['the database', /from '@photostructure\/sqlite'/, ['search']],
  ['files', /from 'node:fs(\/promises)?'/, ['store', 'cli', 'config.ts']],
  ['the environment', /\bprocess\.env\b/, ['config.ts']],
  ['raw markup', /\bdangerouslySetInnerHTML\b/, ['markup']],
  ['leaving the process', /\bprocess\.exit\b/, ['main.ts', 'cli']],
];

const root = join(import.meta.dirname, '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);
const roomOf = (file: string) => file.split('/')[0] ?? file;
const importsOf = (source: string) =>
  Array.from(source.matchAll(/(?:from|import) '(\.[^']+)'/g), (found) => found[1] ?? '');

describe('the house', () => {
  test('every room is on the map', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file);
    const allowed = [room, ...(mayImport[room] ?? [])];
    const wrong = importsOf(readFileSync(join(root, file), 'utf8'))
      .map((path) => roomOf(normalize(join(dirname(file), path))))
      .filter((target) => !allowed.includes(target));
    expect(wrong).toEqual([]);
  });

  test.each(onlyIn)('%s have one place', (_what, pattern, places) => {
    const strays = files.filter(
      (file) =>
        !places.includes(roomOf(file)) && pattern.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = files.filter(
      (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300,
    );
    expect(long).toEqual([]);
  });
});
