import type { Episode } from '../../episode/episode.ts';
import { nameKey } from '../../episode/people.ts';
import type { Kin } from '../../search/related.ts';

/** Others that are named at the foot of a page. */
const most = 3;
/** What a shared tag, or somebody who is in both, adds to the words that are shared. */
const bonus = 0.04;
/** What more of all episodes have in common says nothing about two of them: the host, the show's own subject. */
const mostOfAll = 0.2;

/**
 * Of episodes in which much the same is said, those that are closest, what else they have in common counted too.
 *
 * @param listed all that readers may see; no other is named
 */
export function alike(listed: readonly Episode[], slug: string, kin: Kin[]): Episode[] {
  const bySlug = new Map(listed.map((episode) => [episode.slug, episode]));
  const episode = bySlug.get(slug);
  if (episode === undefined || kin.length === 0) return [];
  const own = rareIn(listed, marksOf(episode));
  return kin
    .flatMap(({ slug: other, share }) => {
      const found = bySlug.get(other);
      if (found === undefined || other === slug) return [];
      const common = marksOf(found).filter((mark) => own.has(mark)).length;
      return [{ found, closeness: share + common * bonus }];
    })
    .sort((one, other) => other.closeness - one.closeness)
    .slice(0, most)
    .map(({ found }) => found);
}

function rareIn(listed: readonly Episode[], marks: string[]): Set<string> {
  const counts = new Map(marks.map((mark) => [mark, 0]));
  for (const episode of listed) {
    for (const mark of marksOf(episode)) {
      const count = counts.get(mark);
      if (count !== undefined) counts.set(mark, count + 1);
    }
  }
  return new Set(marks.filter((mark) => (counts.get(mark) ?? 0) <= listed.length * mostOfAll));
}

/** Tags and people as they are compared. */
function marksOf(episode: Episode): string[] {
  const known = marks.get(episode);
  if (known !== undefined) return known;
  const tags = episode.tags.map((tag) => `tag ${nameKey(tag)}`);
  const found = [...new Set([...tags, ...episode.people.map(({ name }) => nameKey(name))])];
  marks.set(episode, found);
  return found;
}

const marks = new WeakMap<Episode, string[]>();
