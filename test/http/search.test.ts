import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

let app: StartedApp;
const get = (path: string, accept = 'text/html') => fetch(app.url + path, { headers: { accept } });
const page = async (path: string) => (await get(path)).text();
const json = async (path: string) => (await get(path, 'application/json')).json();

/** Sentences that two people say in turns, two seconds each. */
function captions(sentences: string[]): string {
  const time = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
  const cues = sentences.map(
    (text, at) =>
      `${time(at * 2)} --> ${time(at * 2 + 2)}\n<v ${at % 2 ? 'Ada Finch' : 'Jo Marsh'}>${text}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const put = (slug: string, facts: string, transcript: string) =>
    putEpisode(episodesDir, slug, {
      ...{ 'recording.mp3': null, 'transcript.vtt': transcript },
      'episode.md': `---\n${facts}\n---\nAbout tuning forks & <pipes>.\n`,
    });
  const sentences = Array.from({ length: 5 }, (_, at) => `Organ number ${at} has a small bellows.`);
  await put('organs', 'title: Organs\ndate: 2024-05-01', captions(sentences));
  await put(
    'clocks',
    'title: Clocks\ndate: 2020-01-01',
    captions(['The pendulum & the <b>bell</b>.', 'An organ strikes at noon.']),
  );
  await put('hidden', 'title: Hidden\ndraft: true', captions(['Secret zeppelins.']));
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('/search', () => {
  test('finds a sentence as a page and as JSON, with one address', async () => {
    const html = await page('/search?q=pendulum');
    expect(html).toMatch(/<mark>pendulum<\/mark>/);
    expect(html).toContain('data-sound="/audio/clocks.mp3"');
    const { total, results } = await json('/search?q=pendulum');
    expect([total, results[0].episode, results[0].speaker]).toEqual([1, 'clocks', 'Jo Marsh']);
    const { pathname, hash } = new URL(results[0].url);
    expect(html).toContain(`href="${pathname}${hash}"`);
    const byFormat = await (await get('/search?q=pendulum&format=json')).json();
    expect(byFormat).toEqual(await json('/search?q=pendulum'));
  });

  test('shows every hit once from page to page, titles and notes first', async () => {
    const shown: string[] = [];
    const pages: string[] = [];
    let path: string | undefined = '/search?q=organ&limit=2';
    while (path !== undefined && pages.length < 9) {
      const html = await page(path);
      for (const [, text = ''] of html.matchAll(/<p class="hit-text"[^>]*>(.*?)<\/p>/g)) {
        shown.push(text);
      }
      pages.push(html);
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(pages).toHaveLength(3);
    expect(pages[0]).toMatch(/id="episodes-found".*<mark>Organs<\/mark>/);
    expect(pages.filter((html) => html.includes('<mark>Organs</mark>'))).toHaveLength(1);
    expect(new Set(shown).size).toBe(6);
    expect(shown).toHaveLength(6);
    expect((await json('/search?q=organ')).total).toBe(7);
  });

  test('finds a word that is only begun while somebody writes; the next page asks for it as such', async () => {
    expect(await page('/search?q=pendu')).toContain('Nothing was found');
    expect(await page('/search?q=pendu&typing=1')).toContain('<mark>pendulum</mark>');
    expect(await page('/search?q=pendu+speaker:jo&typing=1')).toContain('Nothing was found');
    const [, next = ''] =
      /rel="next" href="([^"]+)"/.exec(await page('/search?q=orga&typing=1&limit=1')) ?? [];
    expect(next).toMatch(/q=orga\*&amp;(?!.*typing)/);
    expect(await page(next.replaceAll('&amp;', '&'))).toContain('<mark>');
    expect(await page('/search?q=organ+episode:organs&typing=1&limit=1')).toMatch(
      /rel="next" href="[^"]*organs&amp;(?!.*typing)/,
    );
  });

  test.each([
    ...['"', '(', 'NEAR(a b)', '*', '-', 'AND', '\0', '<b>"&'].map((asked) => [asked, asked]),
    ['ten kilobytes', 'organ '.repeat(1700)],
  ])('answers whatever is asked: %s', async (_, asked) => {
    const path = `/search?q=${encodeURIComponent(asked as string)}`;
    expect((await get(path)).status).toBe(200);
    expect((await json(path)).query).toBe(asked);
  });

  test.each([
    ['speaker:nobody bellows', 'Nobody called “nobody” speaks in any transcript.'],
    [
      'speaker:fynch',
      'Nobody called “fynch” speaks in any transcript; the closest name is Ada Finch.',
    ],
    ['-bellows', 'Only what is not wanted was named: name something to look for as well.'],
    ['"', 'There is no word in this to look for.'],
  ])('says why nothing is found: %s', async (asked, why) => {
    const { total, remarks } = await json(`/search?q=${encodeURIComponent(asked)}`);
    expect([total, remarks]).toEqual([0, [why]]);
    expect(await page(`/search?q=${encodeURIComponent(asked)}`)).toContain(why);
  });

  test('says nothing where somebody speaks, but not of that', async () => {
    expect((await json('/search?q=speaker:fin+nothing')).remarks).toEqual([]);
    expect((await json('/search?q=')).remarks).toEqual([]);
  });

  test('knows nothing of drafts', async () => {
    expect(await page('/search?q=zeppelins')).toContain('Nothing was found');
    expect(await (await get('/search/suggest?q=zep')).json()).toEqual(['zep', []]);
  });
});

test('browsers are told how to ask, and how a question may go on', async () => {
  const description = await get('/opensearch.xml');
  expect(description.headers.get('content-type')).toMatch('application/opensearchdescription+xml');
  const [, template = ''] =
    /x-suggestions[^>]*template="([^"]+)"/.exec(await description.text()) ?? [];
  const { pathname, search } = new URL(template.replace('{searchTerms}', 'small bel'));
  const suggestions = await get(pathname + search);
  expect(suggestions.headers.get('content-type')).toMatch('application/x-suggestions+json');
  expect(await suggestions.json()).toEqual(['small bel', ['small bellows', 'small bell']]);
  for (const asked of ['', 'bellows ', '"', '%00']) {
    expect((await (await get(`/search/suggest?q=${asked}`)).json())[1]).toEqual([]);
  }
});

test('every link of the page of results answers', async () => {
  const links = (await page('/search?q=organ')).matchAll(/(?:href|src|action)="(\/[^"#]*)/g);
  for (const path of new Set(Array.from(links, ([, to = '']) => to.replaceAll('&amp;', '&')))) {
    expect([path, (await fetch(app.url + path, { method: 'HEAD' })).status]).toEqual([path, 200]);
  }
});
