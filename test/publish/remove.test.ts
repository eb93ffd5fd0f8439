import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishFolder, type Workshop } from '../../src/publish/carry-out.ts';
import type { Ordered } from '../../src/publish/check-guid.ts';
import type { Shelf } from '../../src/publish/choose-place.ts';
import { bringBack, removeEpisode } from '../../src/publish/remove.ts';
import { newDecided } from '../../src/store/decided.ts';
import { putEpisode } from '../sample-episode.ts';
import { removeEpisodesDir } from '../serve.ts';
import { newWorkshop } from './workshop.ts';

let shop: Workshop;
let shelf: Shelf & Pick<Ordered, 'ordered'>;
beforeAll(async () => {
  shop = await newWorkshop();
  shelf = {
    ...shop,
    busy: () => [],
    unfinished: () => [],
    publishing: () => undefined,
    ordered: () => [],
  };
  await put('talk');
});
afterAll(() => removeEpisodesDir(shop.layout.root));

async function put(slug: string) {
  const decided = JSON.stringify({ ...newDecided(), guid: 'the-guid' });
  const files = { 'recording.mp3': null, 'episode.json': decided };
  await putEpisode(shop.layout.root, slug, files);
  await publishFolder(slug, shop, () => {}, new AbortController().signal);
}

test('an episode that was removed comes back as it was', async () => {
  const before = shop.catalogue.manifest('talk');
  await removeEpisode('talk', shelf, new Date());
  expect(shop.catalogue.slugs()).toEqual([]);
  expect(await bringBack('talk', shelf)).toBe(true);
  expect(shop.catalogue.manifest('talk')).toEqual(before);
  expect(await bringBack('other', shelf)).toBe(false);
});

test('it does not come back while another episode has its GUID', async () => {
  await removeEpisode('talk', shelf, new Date());
  await put('other');
  await expect(bringBack('talk', shelf)).rejects.toMatchObject({ code: 'guid_taken' });
  await removeEpisode('other', shelf, new Date());
  const ordered = () => [{ guid: 'the-guid', slug: 'third' }];
  await expect(bringBack('talk', { ...shelf, ordered })).rejects.toMatchObject({
    code: 'guid_taken',
  });
  expect(await bringBack('talk', shelf)).toBe(true);
});

test('it is made anew where the show has changed meanwhile', async () => {
  await removeEpisode('talk', shelf, new Date());
  shop.catalogue.setShow({ ...shop.catalogue.show(), language: 'de' });
  await bringBack('talk', shelf);
  expect(shop.catalogue.manifest('talk')?.madeFrom).toEqual({});
});
