import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainTranscript, putEpisode, timedTranscript } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const ask = (slug: string, form: string) =>
  fetch(`${app.url}/episodes/${slug}/transcript.${form}`, { redirect: 'manual' });
const chapters = ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Opening\n';
const oddName = '50% “heard” & 1;2 — ünï.txt';

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const recording = { 'recording.mp3': null };
  await putEpisode(episodesDir, 'timed', { ...recording, 'transcript.vtt': timedTranscript });
  await putEpisode(episodesDir, 'plain', { ...recording, [oddName]: plainTranscript });
  const folder = await putEpisode(episodesDir, 'silent', { 'chapters.ffmeta': chapters });
  const options = ['-i', `${folder}/chapters.ffmeta`, '-map_metadata', '1'];
  await putEpisode(episodesDir, 'silent', recording, { hz: 300, options });
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('a transcript with times', () => {
  test.each([
    ['vtt', 'text/vtt', /^WEBVTT/],
    ['srt', 'application/x-subrip', /00:00:00,100 --> /],
    ['json', 'application/json', /"startTime"/],
    ['html', 'text/html', /Ada Finch/],
    ['md', 'text/markdown', /^\*\*Ada Finch:\*\* Good morning/],
    ['txt', 'text/plain', /^Ada Finch: Good morning/],
  ])('is served as %s', async (form, type, content) => {
    const response = await ask('timed', form);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('etag')).toMatch(/^"/);
    const text = await response.text();
    expect(text).toMatch(content);
    expect(text).toContain('Jo Marsh');
  });

  test('is there as it was given', async () => {
    const response = await ask('timed', 'given');
    expect(await response.text()).toBe(timedTranscript);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });
});

describe('a transcript without times', () => {
  test.each(['html', 'md', 'txt'])('is served as %s', async (form) => {
    expect((await ask('plain', form)).status).toBe(200);
  });

  test.each(['vtt', 'srt', 'json'])('has no .%s, for that needs times', async (form) => {
    const response = await ask('plain', form);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'transcript_form_unknown' });
    const page = await (await fetch(`${app.url}/episodes/plain/`)).text();
    expect(page).not.toContain(`transcript.${form}`);
  });

  test('joins hard-wrapped lines and keeps paragraphs', async () => {
    expect(await (await ask('plain', 'txt')).text()).toBe(
      'R: Good morning. Where are we?\n\nF: In a small room, beside the sea.\n\nIt is quiet here.\n\nR: Then let us begin.\n',
    );
  });

  test('is there as it was given, under its own name, whatever that is', async () => {
    const response = await ask('plain', 'given');
    expect([response.status, await response.text()]).toEqual([200, plainTranscript]);
    const disposition = response.headers.get('content-disposition') ?? '';
    const saved = /filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(saved)).toBe(oddName);
  });
});

describe('an episode without a transcript', () => {
  test.each(['vtt', 'srt', 'json', 'html', 'md', 'txt', 'given'])('has no .%s', async (form) => {
    expect((await ask('silent', form)).status).toBe(404);
  });
});

describe('chapters', () => {
  test('come in the podcast namespace’s form', async () => {
    const response = await fetch(`${app.url}/episodes/silent/chapters.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json\+chapters/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      chapters: [{ startTime: 0, title: 'Opening' }],
    });
  });

  test('are not there where the recording has none', async () => {
    expect((await fetch(`${app.url}/episodes/timed/chapters.json`)).status).toBe(404);
  });
});
