import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTranscript } from '../../src/transcript/write.ts';
import { putEpisode } from '../sample-episode.ts';
import { corpus, saidAt, transcriptOf } from '../search/corpus.ts';
import { questions } from '../search/questions.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const ask = async (asked: string, accept: string) => {
  const address = `${app.url}/search?limit=100&q=${encodeURIComponent(asked)}`;
  const response = await fetch(address, { headers: { accept } });
  expect(response.status).toBe(200);
  return response;
};

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  for (const interview of corpus) {
    const { slug, title, date, language, tags, chapters, notes } = interview;
    const details = { title, date, language, tags, chapters };
    await putEpisode(episodesDir, slug, {
      'recording.mp3': null,
      'transcript.json': writeTranscript(transcriptOf(interview), 'json'),
      'episode.md': `---\n${JSON.stringify(details)}\n---\n\n${notes}\n`,
    });
  }
  app = await startApp({ episodesDir });
});
afterAll(() => app.close());

/** Where an answer of the questions is, as an address has it. */
function placeOf(answer: string): string {
  const [slug = '', ...beginning] = answer.split(' ');
  const words = beginning.join(' ');
  if (words === '') return `/episodes/${slug}/`;
  return `/episodes/${slug}/#t=${/^\d$/.test(words) ? words : saidAt(slug, words)}`;
}

test('every question with a known answer is answered so, for programs and for people', async () => {
  for (const [asked, ...answers] of Object.values(questions).flat()) {
    const places = answers.map(placeOf);
    const json = await (await ask(asked, 'application/json')).json();
    expect([asked, ...json.results.map(({ url }: { url: string }) => url)]).toEqual([
      asked,
      ...places.map((place) => app.url + place),
    ]);
    expect(json).toMatchObject({ query: asked, total: answers.length });
    const page = await (await ask(asked, 'text/html')).text();
    for (const place of places) expect(page).toContain(`href="${place}"`);
  }
});
