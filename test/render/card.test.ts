import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawCard, type OnCard } from '../../src/render/card.tsx';
import { darkPaper, palette } from '../../src/render/palette.ts';
import { anEpisode, aPerson, aShow, aTranscript } from './an-episode.ts';
import { all, type Node, one, readXml } from './feed-xml.ts';

function card(given: Partial<OnCard> = {}) {
  return drawCard({
    show: aShow(),
    episode: anEpisode(),
    transcript: aTranscript(),
    peaks: Array.from({ length: 500 }, (_, at) => at % 100),
    ...given,
  });
}

/** A card is one document of XML, or nothing can draw it. */
function read(given: Partial<OnCard> = {}): Node {
  return readXml(card(given).svg);
}

const titled = (title: string) => read({ episode: anEpisode({ title }) });
const lines = (svg: Node, side = 'start') =>
  all(svg, 'text').filter(({ attributes }) => attributes['text-anchor'] === side);
const titleOf = (svg: Node, side?: string) =>
  lines(svg, side).filter(({ attributes }) => Number(attributes['font-size']) > 40);

describe('a card', () => {
  test('says what the show is, what this is about, who speaks, when it was and how long it is', () => {
    const said = all(read(), 'text').map(({ text }) => text);
    expect(said).toEqual([
      'Workshop Talks',
      '9 March 2026 · 7 min',
      'How bells are cast',
      'Ada Okafor',
      'Jón Þór',
    ]);
  });

  test('has the sound in the colours of who speaks, and their names marked alike', () => {
    const svg = read();
    const marks = all(svg, 'rect').slice(1);
    const [first, second] = [palette.speakers.get('speaker-1'), palette.speakers.get('speaker-2')];
    expect(marks.map(({ attributes }) => attributes.fill)).toEqual([first, second]);
    const strokes = all(one(svg, 'g'), 'path').map(({ attributes }) => attributes.stroke);
    expect(new Set(strokes)).toEqual(new Set([first, second, palette.quiet]));
  });

  test('is another as soon as something on it is', () => {
    expect(card().hash).toBe(card().hash);
    expect(card({ episode: anEpisode({ title: 'Bells' }) }).hash).not.toBe(card().hash);
    expect(card({ show: aShow({ title: 'Talks' }) }).hash).not.toBe(card().hash);
  });

  test('does without transcript, people and sound', () => {
    const episode = anEpisode({ people: [], transcript: null });
    const svg = read({ episode, transcript: null, peaks: [] });
    expect(all(svg, 'text')).toHaveLength(3);
  });

  test('counts those there is no room for', () => {
    const people = Array.from({ length: 12 }, (_, at) => aPerson({ name: `Speaker Number ${at}` }));
    const said = lines(read({ episode: anEpisode({ people }) })).map(({ text }) => text);
    expect(said.at(-1)).toMatch(/^and \d+ others$/);
  });
});

describe('a title', () => {
  test('is set smaller the longer it is, and cut when it is absurd', () => {
    const sizes = ['Bells', 'How bells are cast '.repeat(4), 'How bells are cast '.repeat(8)].map(
      (title) => Number(titleOf(titled(title))[0]?.attributes['font-size']),
    );
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(new Set(sizes).size).toBe(3);
    const absurd = titleOf(titled('Everything '.repeat(1000)));
    expect(absurd.length).toBeLessThan(6);
    expect(absurd.at(-1)?.text).toMatch(/Everything…$/);
  });

  test('of a script that runs to the left begins at the right', () => {
    const [line] = titleOf(titled('كيف تُصنع الأجراس؟'), 'end');
    expect(line?.text).toBe('\u2067كيف تُصنع الأجراس؟\u2069');
  });

  test.each([
    ['markup', '</title><script>alert(1)</script>]]>--><![CDATA[ &amp; "\''],
    ['control characters', 'a\u0000b\u0008c\u001b[31m\ufffe\n\n\td'],
    ['half a character', `${'x'.repeat(319)}😀 \ud800 \udc00`],
    ['signs that turn it round', '\u202eevil\u202c \u2066\u2067'],
    ['a word without end', 'W'.repeat(10_000)],
    ['nothing but hyphens', '-'.repeat(10_000)],
    ['a tower of accents', `a${'\u0301'.repeat(10_000)}`],
    ['nothing that letters can show', '🔔👩‍🚒\u200b'],
    ['nothing', ''],
  ])('of %s is drawn as text', (_, title) => {
    const svg = titled(title);
    expect(titleOf(svg).length).toBeGreaterThan(0);
    expect(svg.children.every(({ name }) => /^(title|rect|text|g)$/.test(name))).toBe(true);
  });
});

test('its colours are those of the pages', () => {
  const file = join(import.meta.dirname, '..', '..', 'src', 'style', 'colours.css');
  const [light = '', dark = ''] = readFileSync(file, 'utf8').split('prefers-color-scheme: dark');
  const { speakers, ...others } = palette;
  for (const [name, colour] of Object.entries(others)) {
    expect(light).toContain(`--${name}: ${colour};`);
  }
  for (const [name, colour] of speakers) {
    expect(light).toContain(`--${name.replace('speaker', 'colour')}: ${colour};`);
  }
  expect(dark).toContain(`--paper: ${darkPaper};`);
});
