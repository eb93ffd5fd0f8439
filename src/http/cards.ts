import { LRUCache } from 'lru-cache';
import type { Episode } from '../episode/episode.ts';
import { type Card, drawCard, type OnCard } from '../render/card.tsx';
import type { Context } from './context.ts';
import { partsOf } from './episode-parts.ts';

/** What links to an episode show. */
export interface Cards {
  /**
   * The card an episode has now; null where this machine draws none.
   *
   * @param parts what is on it, where that was read already
   */
  of(episode: Episode, parts?: OnCard): Promise<Card | null>;
  /** The card as PNG; null where it cannot be drawn. */
  png(card: Card): Promise<Buffer | null>;
}

/** Bytes that all remembered pictures, and all remembered drawings, may take together. */
const mostPictures = 16 << 20;
const mostDrawings = 2 << 20;
/** How long a failure is remembered, ms: the machine may only have been busy. */
const failed = 60_000;

/** Draws cards when they are asked for, and remembers them. */
export function createCards(context: Context): Cards {
  const { drawPicture, catalogue } = context;
  const cards = new LRUCache<string, Card>({
    maxSize: mostDrawings,
    sizeCalculation: ({ svg }) => svg.length,
  });
  const pictures = new LRUCache<string, { png: Buffer | null }, Card>({
    maxSize: mostPictures,
    sizeCalculation: ({ png }) => (png?.length ?? 0) + 100,
    fetchMethod: async (_hash, _stale, { options, context: card }) => {
      const png = drawPicture && (await drawPicture(card.svg));
      if (png === null) options.ttl = failed;
      return { png: png && Buffer.from(png.buffer, png.byteOffset, png.byteLength) };
    },
  });
  return {
    async of(episode, parts) {
      if (drawPicture === null) return null;
      const key = `${catalogue.generation()} ${episode.slug}`;
      const known = cards.get(key);
      if (known !== undefined) return known;
      const card = drawCard(parts ?? (await partsOf(context, episode)));
      cards.set(key, card);
      return card;
    },
    async png(card) {
      return (await pictures.fetch(card.hash, { context: card }))?.png ?? null;
    },
  };
}
