import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusCommand } from '../../src/cli/status.ts';
import { tokenCommand } from '../../src/cli/token.ts';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  await putEpisode(episodesDir, 'broken', { 'recording.mp3': 'This is no sound at all.' });
  const show = 'title: A show\ndescription: Words.\nlanguage: en\nsubtitel: More\n';
  await writeFile(join(episodesDir, 'show.yaml'), show);
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

const where = (token = app.token) => ['--server', app.url, '--token', token];

async function status(...args: string[]): Promise<string> {
  let written = '';
  const screen = { write: (text: string) => (written += text) };
  await statusCommand(screen).parseAsync([...args, ...where()], { from: 'user' });
  return written;
}

async function token(args: string[], given = app.token): Promise<string> {
  let written = '';
  const terminal = { out: (text: string) => (written += text), err: () => {} };
  await tokenCommand(terminal).parseAsync([...args, ...where(given)], { from: 'user' });
  return written;
}

test('the status shows what failed, and why, and what is amiss about the show', async () => {
  expect(await status()).toMatch(
    /^failed {6}broken\n {12}recording\.mp3: .+\.\n {12}.+\.\nshow\.yaml, line 4: .*“subtitel”.*\n$/,
  );
  expect(JSON.parse(await status('--json'))).toMatchObject([{ slug: 'broken', state: 'failed' }]);
});

test('what failed is begun anew, and what is over is not called off', async () => {
  expect(await status('--retry', 'broken')).toMatch(/^“broken” is begun anew/);
  await app.idle();
  await expect(status('--retry', 'nothing')).rejects.toMatchObject({ code: 'episode_not_found' });
  await expect(status('--cancel', 'broken')).rejects.toMatchObject({ code: 'nothing_to_cancel' });
});

test('a token is added, listed and revoked', async () => {
  const added = (await token(['add', 'studio'])).trim();
  expect(added).toMatch(/^[\w-]{32}$/);
  await expect(token(['list'], added)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await token(['list'])).toMatch(/^studio {2}made \S+ {2}last used \S+\n$/);
  expect(await token(['revoke', 'studio'])).toBe('The token of “studio” is revoked.\n');
  expect(await token(['list'])).toBe('There is no token but the first.\n');
  await expect(token(['list'], added)).rejects.toMatchObject({ code: 'unauthorized' });
});
