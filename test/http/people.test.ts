import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFeed } from 'podcast-partytime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, one, readXml } from '../render/feed-xml.ts';
import { manifestOf, putEpisode } from '../sample-episode.ts';
import { newEpisodesDir, type StartedApp, startApp } from '../serve.ts';

const picture = join(import.meta.dirname, '..', '..', 'public', 'icon-180.png');
const interview = `WEBVTT

00:00:00.000 --> 00:00:00.900
<v R>This is Ruth Ansell. I am at Red Hill, and I’m speaking with Frank Moss.

00:00:01.000 --> 00:00:01.900
<v F>Thanks for having me.
`;
let app: StartedApp;
const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();
const savePeople = (yaml: string) => writeFile(join(app.episodesDir, 'people.yaml'), yaml);
const until = async (what: () => Promise<boolean>) => {
  while (!(await what())) await sleep(50);
};
const forms = ['vtt', 'srt', 'json', 'html', 'md', 'txt'];
const itemOf = async (title: string) => {
  const channel = one(readXml(await text('/feed.xml')), 'channel');
  const items = all(channel, 'item').filter((item) => one(item, 'title').text === title);
  return items[0] as (typeof items)[0];
};
const personsIn = async (title: string) =>
  all(await itemOf(title), 'podcast:person').map(({ text: name, attributes }) => [
    name,
    attributes,
  ]);
const transcriptsIn = async (title: string) =>
  all(await itemOf(title), 'podcast:transcript').map(({ attributes }) => attributes.url);
const builtAt = async () =>
  Date.parse(/<lastBuildDate>([^<]+)</.exec(await text('/feed.xml'))?.[1] ?? '');

beforeAll(async () => {
  const episodesDir = await newEpisodesDir();
  const recording = { 'recording.mp3': null };
  await putEpisode(episodesDir, 'interview', {
    ...recording,
    'transcript.vtt': interview,
    'episode.md': '---\ntitle: Interview\ndate: 2026-01-01\n---\n',
  });
  await putEpisode(episodesDir, 'kept', {
    ...recording,
    'transcript.vtt': interview,
    'episode.md': '---\ntitle: Kept\ndate: 2026-01-02\nspeakers: { R: R, F: Frank }\n---\n',
  });
  await putEpisode(episodesDir, 'alone', {
    ...recording,
    'episode.md': '---\ntitle: Alone\ndate: 2026-01-03\npeople: [Someone Else]\n---\n',
  });
  await writeFile(
    join(episodesDir, 'show.yaml'),
    'title: Talks\ndescription: Words.\npeople:\n  - name: Pia Lund\n',
  );
  app = await startApp({ episodesDir });
});
afterAll(() => app?.close());

describe('initials that the opening explains', () => {
  test('are names on the page, in every form of the transcript, and in the feed', async () => {
    for (const path of [
      '/',
      '/episodes/interview/',
      ...forms.map((form) => `/episodes/interview/transcript.${form}`),
    ]) {
      const answer = await text(path);
      expect([path, answer.includes('Ruth Ansell'), answer.includes('Frank Moss')]).toEqual([
        path,
        true,
        true,
      ]);
    }
    expect(await text('/episodes/interview/transcript.vtt')).toContain('<v Frank Moss>');
    expect(await personsIn('Interview')).toEqual([
      ['Pia Lund', { role: 'host' }],
      // Who introduces both is a host, too.
      ['Ruth Ansell', { role: 'host' }],
      ['Frank Moss', { role: 'guest' }],
    ]);
  });

  test('are said to be a guess, and what to say instead', async () => {
    const { report } = await manifestOf(app.episodesDir, 'interview');
    expect(report.warnings).toContain(
      'R was taken to be Ruth Ansell and F Frank Moss, since the opening says so; say --speaker R=… if that is wrong.',
    );
  });

  test('stay as they are where somebody says so', async () => {
    const vtt = await text('/episodes/kept/transcript.vtt');
    expect(vtt).toContain('<v R>');
    expect(vtt).toContain('<v Frank>');
    const { warnings } = (await manifestOf(app.episodesDir, 'kept')).report;
    expect(warnings.filter((warning) => warning.includes('was taken to be'))).toEqual([]);
  });
});

describe('people.yaml', () => {
  test('renames people in all that is served as soon as it is saved, without making anything anew', async () => {
    const published = join(app.episodesDir, 'interview', 'published');
    const before = await manifestOf(app.episodesDir, 'interview');
    const sound = await stat(join(published, before.episode.audio.file));
    const addresses = await transcriptsIn('Interview');
    const built = await builtAt();
    await sleep(1100);
    await writeFile(join(app.episodesDir, 'ruth.png'), await readFile(picture));
    await savePeople(
      '- name: Ruth Ansell-Hale\n  aliases: [R, Ruth Ansell]\n  role: host\n  group: cast\n  link: https://example.org/ruth\n  picture: ruth.png\n  bio: Makes radio by the sea.\n- name: Franklin Moss\n  aliases: [Frank, Frank Moss]\n  picture: https://example.org/frank.jpg\n',
    );
    await until(async () => (await text('/episodes/interview/')).includes('Ruth Ansell-Hale'));
    for (const form of forms) {
      const answer = await text(`/episodes/interview/transcript.${form}`);
      expect([form, /Ruth Ansell-Hale/.test(answer), /Franklin Moss/.test(answer)]).toEqual([
        form,
        true,
        true,
      ]);
    }
    expect(await text('/episodes/kept/transcript.vtt')).toContain('<v Franklin Moss>');
    expect(await text('/episodes/kept/transcript.vtt')).toContain('<v R>');
    const [pia, ruth, frank] = await personsIn('Interview');
    expect(pia).toEqual(['Pia Lund', { role: 'host' }]);
    expect(ruth).toEqual([
      'Ruth Ansell-Hale',
      {
        role: 'host',
        group: 'cast',
        href: 'https://example.org/ruth',
        img: expect.stringMatching(/\/art\/person-[0-9a-f]{12}\.png$/),
      },
    ]);
    expect(frank).toEqual([
      'Franklin Moss',
      { role: 'guest', img: 'https://example.org/frank.jpg' },
    ]);

    const after = await transcriptsIn('Interview');
    expect(after.filter((address) => addresses.includes(address))).toEqual([]);
    await app.idle();
    expect(await builtAt()).toBeGreaterThan(built);
    const now = await manifestOf(app.episodesDir, 'interview');
    expect(now.episode.audio).toEqual(before.episode.audio);
    expect(now.episode.transcript).toEqual(before.episode.transcript);
    expect((await stat(join(published, now.episode.audio.file))).mtimeMs).toBe(sound.mtimeMs);
  });

  test('leaves episodes alone in which it names nobody', async () => {
    const { episode } = await manifestOf(app.episodesDir, 'alone');
    const { episode: renamed } = await manifestOf(app.episodesDir, 'interview');
    expect(Date.parse(episode.changed)).toBeLessThan(Date.parse(renamed.changed));
  });

  test('gives the page a picture that is there, and what is said of people', async () => {
    const page = await text('/episodes/interview/');
    expect(page).toContain('Makes radio by the sea.');
    const [src = ''] = /\/art\/person-[^"]+/.exec(page) ?? [];
    const answer = await get(src);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const sent = Buffer.from(await answer.arrayBuffer());
    expect(sent.equals(await readFile(picture))).toBe(true);
  });

  test('leads from the old name’s page to the new one’s', async () => {
    const answer = await get('/people/ruth-ansell/');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      '/people/ruth-ansell-hale/',
    ]);
    const page = await text('/people/ruth-ansell-hale/');
    expect(page).toContain('Makes radio by the sea.');
    expect(page).toContain('https://example.org/ruth');
    expect((await get('/people/nobody-at-all/')).status).toBe(404);
  });

  test('is what an independent podcast parser understands', async () => {
    const feed = parseFeed(await text('/feed.xml'));
    const item = feed?.items.find(({ title }) => title === 'Interview');
    expect(item?.podcastPeople).toContainEqual(
      expect.objectContaining({ name: 'Ruth Ansell-Hale', role: 'Host', group: 'Cast' }),
    );
  });

  test('that is broken is named with its line, and those it named stay', async () => {
    await savePeople('- name: Ruth\n- aliases: [F]\n');
    await until(async () => app.log.some((line) => line.includes('people.yaml:2')));
    expect(await text('/episodes/interview/')).toContain('Ruth Ansell-Hale');
  });

  test('tells of an alias that two people have', async () => {
    await savePeople('- name: Ruth Hale\n  aliases: [R]\n- name: Rita Lind\n  aliases: [R]\n');
    await until(async () => app.log.some((line) => line.includes('(lines 2, 4)')));
    // Neither has it, so the opening decides.
    expect(await text('/episodes/interview/transcript.vtt')).toContain('<v Ruth Ansell>');
  });

  test('changes nothing where only its comments change', async () => {
    await savePeople('- name: Ruth Hale\n  aliases: [R]\n');
    await until(async () => (await text('/episodes/interview/')).includes('Ruth Hale'));
    await app.idle();
    const [built, addresses] = [await builtAt(), await transcriptsIn('Interview')];
    await savePeople('# Ruth.\n- name: Ruth Hale\n  aliases: [R]\n');
    const changes = () => app.log.filter((line) => line === 'The people have changed.').length;
    const before = changes();
    await until(async () => changes() > before);
    await app.idle();
    expect([await builtAt(), await transcriptsIn('Interview')]).toEqual([built, addresses]);
  });

  test('that changed while the server was stopped counts from the next start on', async () => {
    await app.stop();
    const built = await manifestOf(app.episodesDir, 'interview');
    await savePeople(
      '- name: <b>Ruth</b> & "Co"\n  aliases: [R]\n  bio: <script>alert(1)</script>\n',
    );
    app = await startApp({ episodesDir: app.episodesDir });
    await app.idle();
    const now = await manifestOf(app.episodesDir, 'interview');
    expect(Date.parse(now.episode.changed)).toBeGreaterThan(Date.parse(built.episode.changed));
    const [, ruth] = await personsIn('Interview');
    expect(ruth?.[0]).toBe('<b>Ruth</b> & "Co"');
    expect(await text('/episodes/interview/')).not.toMatch(/<script>alert|<b>Ruth/);
    expect(await text('/episodes/interview/transcript.vtt')).toContain(
      '<v &lt;b&gt;Ruth&lt;/b&gt; &amp; "Co">',
    );
    const changed = now.episode.changed;
    await app.stop();
    app = await startApp({ episodesDir: app.episodesDir });
    await app.idle();
    expect((await manifestOf(app.episodesDir, 'interview')).episode.changed).toBe(changed);
  });

  test('that is taken away leaves the names the episodes have themselves', async () => {
    await rm(join(app.episodesDir, 'people.yaml'));
    await until(async () => (await text('/episodes/interview/')).includes('Ruth Ansell'));
  });
});
