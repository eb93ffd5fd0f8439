import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AlongsideError } from '../../src/episode/error.ts';
import { openTokens } from '../../src/store/tokens.ts';
import { failWrites } from '../publish/fail-writes.ts';

const first = 'the-first-token-of-all';
let folder: string;
let path: string;
let unreadable: AlongsideError[];
let today: string;
const open = () =>
  openTokens(
    path,
    first,
    (error) => unreadable.push(error),
    () => new Date(today),
  );
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-tokens-'));
  path = join(folder, '.tokens.json');
  unreadable = [];
  today = '2026-11-22T12:00:00Z';
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a token is known by its name, also after a restart, and is kept nowhere', async () => {
  const tokens = await open();
  const token = await tokens.add('Zoë’s studio'.replace('’', ''));
  expect(token).toMatch(/^[\w-]{32}$/);
  for (const opened of [tokens, await open()]) {
    expect(opened.whose(token)).toBe('Zoës studio');
    expect(opened.whose(first)).toBe('owner');
    expect(opened.whose(`${token}x`)).toBe(null);
  }
  expect(await readFile(path, 'utf8')).not.toContain(token);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a token that is revoked is none any more', async () => {
  const tokens = await open();
  const token = await tokens.add('guest');
  const told: string[] = [];
  tokens.onRevoked((name) => told.push(name));
  await tokens.revoke('guest');
  expect(tokens.whose(token)).toBe(null);
  expect((await open()).whose(token)).toBe(null);
  expect(told).toEqual(['guest']);
  await expect(tokens.revoke('guest')).rejects.toMatchObject({ code: 'token_not_found' });
});

test('a token that is revoked is none, even where the disk has no room to write that', async () => {
  const tokens = await open();
  const token = await tokens.add('Ann');
  const mend = failWrites({ [folder]: 'ENOSPC' });
  const told: string[] = [];
  tokens.onRevoked((name) => told.push(name));
  await expect(tokens.revoke('Ann').finally(mend)).rejects.toMatchObject({ code: 'disk_full' });
  expect(tokens.whose(token)).toBe(null);
  expect(told).toEqual(['Ann']);
  // What the error asks for: the same again.
  await tokens.revoke('Ann');
  expect((await open()).whose(token)).toBe(null);
  await expect(tokens.revoke('Ann')).rejects.toMatchObject({ code: 'token_not_found' });
});

test('the list says on which day each was used last', async () => {
  const tokens = await open();
  const token = await tokens.add('guest');
  const entry = { name: 'guest', created: '2026-11-22' };
  expect(tokens.list()).toEqual([{ ...entry, lastUsed: null }]);
  today = '2026-11-24T23:59:00Z';
  tokens.whose(token);
  expect(tokens.list()).toEqual([{ ...entry, lastUsed: '2026-11-24' }]);
  // Changes are written one after another.
  await tokens.add('other');
  expect((await open()).list()).toContainEqual({ ...entry, lastUsed: '2026-11-24' });
});

test('two are not called alike, even when they are added at once', async () => {
  const tokens = await open();
  const added = await Promise.allSettled([tokens.add('guest'), tokens.add('guest')]);
  expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(tokens.add('guest')).rejects.toMatchObject({ code: 'token_taken' });
});

test.each(['', 'owner', ' guest', 'Guest Ann', 'a\nb', '../x', 'x'.repeat(61)])(
  '“%s” is no name for a token',
  async (name) => {
    const tokens = await open();
    await expect(tokens.add(name)).rejects.toMatchObject({ code: 'request_invalid' });
  },
);

test('a list that cannot be read leaves the first token valid, and is left as it is', async () => {
  await writeFile(path, '{"version":1,"tokens":[{');
  const tokens = await open();
  expect(unreadable).toMatchObject([{ code: 'setting_invalid', facts: { file: path } }]);
  expect(tokens.whose(first)).toBe('owner');
  await expect(tokens.add('guest')).rejects.toMatchObject({ code: 'setting_invalid' });
  expect(await readFile(path, 'utf8')).toBe('{"version":1,"tokens":[{');
});
