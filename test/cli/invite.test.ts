import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentOf } from '../../src/cli/moment-of.ts';
import { type StartedApp, startApp } from '../serve.ts';

const script = join(import.meta.dirname, '..', '..', 'dist', 'scripts', 'invite.js');
let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

/** Runs the built command to its end. */
async function run(...args: string[]) {
  const where = ['--server', app.url, '--token', app.token];
  const { PATH = '' } = process.env;
  const options = { env: { PATH }, cwd: tmpdir() };
  const ended = promisify(execFile)(process.execPath, [script, ...where, ...args], options);
  return ended
    .then((printed) => ({ code: 0, ...printed }))
    .catch((error: { code: number; stdout: string; stderr: string }) => error);
}

test('an invite is made, listed and revoked', async () => {
  const made = await run('--slug', 'talk', '--expires', '2d', '--name', 'Ada Finch');
  const link = made.stdout.trim();
  expect(link).toMatch(new RegExp(`^${app.url}/guest/[\\w.-]+/$`));
  expect((await fetch(link)).status).toBe(200);
  const id = /^Invite (\w+), valid until/.exec(made.stderr)?.[1] ?? '';
  const { mode } = await stat(join(app.episodesDir, '.invites.json'));
  expect(mode & 0o777).toBe(0o600);

  expect((await run('--revoke', id)).stdout).toBe(`Invite ${id} is revoked.\n`);
  expect((await fetch(link)).status).toBe(401);
  expect((await run('--list')).stdout).toMatch(
    new RegExp(`^${id}  talk  recording,transcript  revoked \\S+ \\S+ UTC  Ada Finch\n$`),
  );
  const again = await run('--revoke', 'nobody');
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringMatching(/^There is no invite nobody/),
  ]);
});

test('what it cannot be is said in a sentence, and nothing is made', async () => {
  const refused = await Promise.all([
    run('--slug', 'talk', '--allow', 'cover'),
    run('--slug', 'talk', '--expires', '91d'),
    run('--expires', '2d'),
  ]);
  expect(refused.map(({ code }) => code)).toEqual([1, 1, 1]);
  const said = refused.map(({ stderr }) => stderr).join('\n');
  for (const text of ['none of recording, transcript', 'more than 90 days', 'needs an episode'])
    expect(said).toContain(text);
  expect(refused.map(({ stdout }) => stdout).join('')).toBe('');
});

describe('when it ends', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  test.each([
    ['2d', '2026-11-25T12:00:00.000Z'],
    ['12h', '2026-11-24T00:00:00.000Z'],
    ['30m', '2026-11-23T12:30:00.000Z'],
    ['2026-12-24', '2026-12-24T00:00:00.000Z'],
    ['2026-12-24T18:00+01:00', '2026-12-24T17:00:00.000Z'],
  ])('may be said as %s', (when, instant) => {
    expect(momentOf(when, now)).toBe(instant);
  });
  test.each(['soon', '2w', '-1d', '2026-02-30'])('not as %s', (when) => {
    expect(() => momentOf(when, now)).toThrow('is no time');
  });
});
