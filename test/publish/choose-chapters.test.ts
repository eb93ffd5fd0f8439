import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseChapters } from '../../src/publish/choose-chapters.ts';
import { parseDetails } from '../../src/store/details.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-chapters-'));
});
afterAll(() => rm(folder, { recursive: true }));

const recorded = [{ start: 0, title: 'Recorded' }];

async function choose(said: { start: number; title: string }[] | undefined, json?: string) {
  const file = json === undefined ? null : join(folder, 'chapters.json');
  if (file !== null) await writeFile(file, json ?? '');
  const warnings: string[] = [];
  return { chapters: await chooseChapters({ said, file, recorded }, 100, warnings), warnings };
}

test('chapters are those of episode.md, else of chapters.json, else the recording’s', async () => {
  const json = '{"version":"1.2.0","chapters":[{"startTime":3.5,"title":"Of the file"}]}';
  const said = [{ start: 1, title: 'Said' }];
  expect((await choose(said, json)).chapters).toEqual(said);
  expect((await choose(undefined, json)).chapters).toEqual([{ start: 3.5, title: 'Of the file' }]);
  expect((await choose(undefined)).chapters).toEqual(recorded);
  expect((await choose([])).chapters).toEqual([]);
});

test('they ascend, those after the end are left out, and those that are not to be listed', async () => {
  const json = JSON.stringify({
    chapters: [
      { startTime: 50, title: 'Later' },
      { startTime: 2, title: 'First' },
      { startTime: 3, title: 'A picture', toc: false },
      { startTime: 100, title: 'Never' },
    ],
  });
  const { chapters, warnings } = await choose(undefined, json);
  expect(chapters.map(({ title }) => title)).toEqual(['First', 'Later']);
  expect(warnings).toEqual(['The chapter “Never” was left out: it begins at 1:40, after the end.']);
});

test('a chapters.json that cannot be read is a warning, and the recording’s stand', async () => {
  const { chapters, warnings } = await choose(undefined, '{"chapters": 3');
  expect(chapters).toEqual(recorded);
  expect(warnings).toEqual([
    expect.stringContaining('chapters.json: The chapters cannot be read.'),
  ]);
});

test('episode.md has them as lines or as fields, and names the line that is none', () => {
  const chaptersOf = (...lines: string[]) =>
    parseDetails(['---', 'chapters:', ...lines, '---', ''].join('\n'), 'episode.md').details
      .chapters;
  expect(chaptersOf('  - 0:00 Roots', '  - {start: 1:02:03.5, title: Leaves}')).toEqual([
    { start: 0, title: 'Roots' },
    { start: 3723.5, title: 'Leaves' },
  ]);
  expect(() => chaptersOf('  - 0:00 Roots', '  - soon Leaves')).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ line: 4 }) }),
  );
});

test('soundbites are words that are said, or a stretch', () => {
  const source = [
    '---',
    'soundbites:',
    '  - We threw it all away',
    '  - 1:02-1:40',
    '  - {at: "62.5,100", title: The turn}',
    '  - {quote: And then, title: The rest}',
    '---',
    '',
  ].join('\n');
  expect(parseDetails(source, 'episode.md').details.soundbites).toEqual([
    { quote: 'We threw it all away', title: '' },
    { start: 62, duration: 38, title: '' },
    { start: 62.5, duration: 37.5, title: 'The turn' },
    { quote: 'And then', title: 'The rest' },
  ]);
});
