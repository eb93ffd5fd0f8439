import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { plainTranscript, putEpisode, writeOld } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';
import { failWrites } from './fail-writes.ts';

let app: StartedApp;
const slugs = ['full', 'closed', 'mistaken'];
const details = (title: string, date = '2026-01-01') =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n`;

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  for (const slug of slugs) {
    const files = { 'recording.mp3': null, 'transcript.txt': plainTranscript };
    await putEpisode(episodesDir, slug, { ...files, 'episode.md': details(`Now ${slug}`) });
  }
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

const page = async (slug: string, { url } = app) => {
  const answer = await fetch(`${url}/episodes/${slug}/`);
  return answer.ok ? answer.text() : '';
};

interface Failure {
  code: string;
  detail: string;
  file?: string;
  line?: number;
}

async function failureOf(slug: string, { url, token } = app): Promise<Failure | null> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/episodes`, { headers });
  const { episodes } = (await answer.json()) as {
    episodes: { slug: string; failure: Failure | null }[];
  };
  return episodes.find((one) => one.slug === slug)?.failure ?? null;
}

async function untilFailed(slug: string, of = app): Promise<Failure> {
  for (;;) {
    const failure = await failureOf(slug, of);
    if (failure !== null) return failure;
    await sleep(50);
  }
}

/** Edits an episode by hand. */
const edit = (slug: string, text: string) =>
  writeOld(join(app.episodesDir, slug, 'episode.md'), text);

test('what goes wrong is in status and log with its remedy, leaves public what is, and can be mended', async () => {
  const published = (slug: string) => join(app.episodesDir, slug, 'published');
  const mend = failWrites({ [published('full')]: 'ENOSPC', [published('closed')]: 'EROFS' });
  try {
    await edit('full', details('Edited'));
    await edit('closed', details('Edited'));
    await edit('mistaken', details('Edited', 'soon'));
    const [full, closed, mistaken] = await Promise.all(slugs.map((slug) => untilFailed(slug)));
    expect(full).toMatchObject({ code: 'disk_full', detail: expect.stringMatching(/Make room/) });
    expect(closed?.code).toBe('folder_read_only');
    expect(closed?.detail).toMatch(/closed\/published is on a disk that cannot be written/);
    expect(mistaken).toMatchObject({ code: 'details_invalid', file: 'episode.md', line: 3 });
    for (const slug of slugs) {
      expect(await page(slug)).toContain(`Now ${slug}`);
      expect(app.log.join('\n')).toContain(`${slug} was not published.`);
    }
  } finally {
    mend();
  }
  for (const slug of slugs) await edit(slug, details(`Mended ${slug}`));
  for (const slug of slugs) {
    while (!(await page(slug)).includes(`Mended ${slug}`)) await sleep(50);
    while ((await failureOf(slug)) !== null) await sleep(50);
  }
});

test('an ffmpeg that is killed is said to have failed, and all else stays public', async () => {
  const { path } = await findFfmpeg(process.env.FFMPEG_PATH ?? null);
  await app.stop();
  await putEpisode(app.episodesDir, 'new-talk', { 'recording.wav': null });
  process.env.REAL_FFMPEG = path;
  const dies = join(import.meta.dirname, '..', 'fixtures', 'ffmpeg', 'dies');
  const started = await startApp({ episodesDir: app.episodesDir, settings: { FFMPEG_PATH: dies } });
  expect(await untilFailed('new-talk', started)).toMatchObject({ code: 'ffmpeg_failed' });
  expect(await page('mistaken', started)).toContain('Mended');
  app = started;
});
