import { expect, test } from 'vitest';
import { alike } from '../../../src/publish/search/alike.ts';
import { anEpisode, aPerson } from '../../render/an-episode.ts';

const host = aPerson({ name: 'Ada Okafor', role: 'host' });
const listed = Array.from({ length: 20 }, (_, at) =>
  anEpisode({ slug: `e${at}`, tags: ['interviews'], people: [host] }),
);
listed[0] = anEpisode({ slug: 'e0', tags: ['interviews', 'Bells'], people: [host] });
listed[9] = anEpisode({ slug: 'e9', tags: ['interviews', 'bells'], people: [host] });
const slugsOf = (kin: { slug: string; share: number }[]) =>
  alike(listed, 'e0', kin).map(({ slug }) => slug);

test('three are named, those first that share most', () => {
  const kin = [0.3, 0.28, 0.26, 0.2].map((share, at) => ({ slug: `e${at + 1}`, share }));
  expect(slugsOf(kin)).toEqual(['e1', 'e2', 'e3']);
});

test('a tag that few have brings an episode closer, what everybody has does not', () => {
  const kin = [
    { slug: 'e1', share: 0.22 },
    { slug: 'e9', share: 0.2 },
  ];
  expect(slugsOf(kin)).toEqual(['e9', 'e1']);
});

test('what is listed no more is not named', () => {
  expect(slugsOf([{ slug: 'gone', share: 0.9 }])).toEqual([]);
  expect(alike(listed, 'gone', [{ slug: 'e1', share: 0.9 }])).toEqual([]);
});
