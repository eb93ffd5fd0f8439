import { contentWith, heardIn } from '../store/content.ts';
import { readDecided, writeDecided } from '../store/decided.ts';
import { episodeFolder } from '../store/layout.ts';
import { readManifest, writeManifest } from '../store/manifest.ts';
import type { Workshop } from './carry-out.ts';
import { madeWith } from './make-episode.ts';

/**
 * Dates episodes anew in which readers find other people than they found last, without making anything
 * else of them anew. Must not run while an episode is being made.
 */
export async function redate(shop: Workshop) {
  for (const slug of shop.catalogue.slugs()) {
    const manifest = shop.catalogue.manifest(slug);
    const episode = shop.catalogue.prepared(slug);
    if (manifest === undefined || episode === undefined) continue;
    const all = contentWith(manifest.content.own, heardIn(episode));
    if (all !== manifest.content.all) await redateOne(slug, all, shop);
  }
}

async function redateOne(slug: string, content: string, { layout, catalogue }: Workshop) {
  const folder = episodeFolder(layout, slug);
  const manifest = await readManifest(folder);
  const decided = await readDecided(folder).catch(() => null);
  const shown = catalogue.manifest(slug);
  // What is out of date is about to be made anew, and dated then.
  if (manifest === null || decided === null || shown === undefined) return;
  if (manifest.madeWith !== madeWith(catalogue.show(), decided)) return;
  const at = new Date().toISOString();
  const next = { ...decided, changed: { content, at } };
  const dated = {
    madeWith: madeWith(catalogue.show(), next),
    content: { ...manifest.content, all: content },
    episode: { ...manifest.episode, changed: at },
  };
  await writeDecided(folder, next);
  await writeManifest(folder, { ...manifest, ...dated });
  catalogue.put(slug, { ...shown, ...dated });
}
