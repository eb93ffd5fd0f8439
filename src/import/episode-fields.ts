import type { FeedEpisode, FeedPerson } from './feed.ts';

/**
 * An episode's fields as `episode.md` and the API have them. What the feed leaves open is left out, so that
 * the recording's tags and the show decide it.
 *
 * @param language of its transcript, else of the feed
 */
export function episodeFields(
  episode: FeedEpisode,
  language: string | null,
): Record<string, unknown> {
  const { title, date, description, tags, people, explicit, season, number } = episode;
  const { episodeType, block, soundbites, license, location } = episode;
  return given({
    ...{ title, date, language, description, explicit, season, number },
    episodeType: episodeType === 'full' ? null : episodeType,
    tags: tags.length === 0 ? null : tags,
    people: people.length === 0 ? null : people.map(personFields),
    block: block || null,
    soundbites:
      soundbites.length === 0
        ? null
        : soundbites
            .slice(0, 100)
            .map(({ start, duration, title: said }) =>
              given({ at: `${start},${to3(start + duration)}`, title: said || null }),
            ),
    license: license && given(license),
    location: location && given(location),
  });
}

export function personFields({ name, role, group, link, picture }: FeedPerson) {
  return given({ name, role, group, link, picture });
}

/** The fields that say something. */
export function given(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

function to3(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
