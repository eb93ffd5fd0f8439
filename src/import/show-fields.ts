import { given, personFields } from './episode-fields.ts';
import type { FeedShow } from './feed.ts';

/**
 * A show's fields as `show.yaml` has them; what the feed leaves open is left out. The cover comes as a file,
 * the GUID as what was decided once.
 */
export function showFields(show: FeedShow): Record<string, unknown> {
  const { title, description, language, author, owner, type, explicit, copyright, link } = show;
  const { categories, people, funding, locked, block, complete, license, location } = show;
  const { updateFrequency, txt, podroll, seasons } = show;
  const some = <T>(list: T[]) => (list.length === 0 ? null : list);
  return given({
    title: title ?? 'Untitled',
    description: description ?? title ?? 'Untitled',
    ...{ language, author, owner, type },
    categories: some(categories.map(given)),
    ...{ explicit: explicit ?? false, copyright, link },
    people: some(people.map(personFields)),
    ...{ funding, locked: locked || null, block: block || null, complete: complete || null },
    license: license && given(license),
    location: location && given(location),
    updateFrequency: updateFrequency && given(updateFrequency),
    txt: some(txt.slice(0, 100).map(given)),
    podroll: some(podroll.slice(0, 100).map(given)),
    seasons: Object.keys(seasons).length === 0 ? null : seasons,
  });
}
