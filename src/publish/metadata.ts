import type { Chapter, EpisodeType } from '../episode/episode.ts';
import { justNamed, type PersonSaid } from '../episode/person.ts';
import type { License, Location, Show } from '../episode/show.ts';
import type { SoundbiteSaid } from '../episode/soundbite.ts';
import type { Tags } from '../media/tags.ts';
import type { Decided } from '../store/decided.ts';
import type { Details } from '../store/details.ts';
import { dateInName, titleFromName } from './file-name.ts';

/** Everything that can say something about an episode. */
export interface Sources {
  decided: Decided;
  details: Details;
  tags: Tags;
  show: Show;
  /** The recording's name as the publisher knew it. */
  recordingName: string;
  /** BCP 47 tag, where the transcript says so. */
  transcriptLanguage: string | null;
}

export interface Metadata {
  title: string;
  date: string;
  language: string;
  description: string;
  tags: string[];
  /** Label in the transcript → name. */
  speakers: Record<string, string>;
  /** Those the publisher lists; null without a list. */
  people: PersonSaid[] | null;
  explicit: boolean;
  draft: boolean;
  unlisted: boolean;
  episodeType: EpisodeType;
  block: boolean;
  license: License | null;
  location: Location | null;
  season: number | null;
  number: number | null;
  /** Undefined where nobody listed any: the recording may have some of its own. */
  chapters: Chapter[] | undefined;
  soundbites: SoundbiteSaid[];
}

export interface Choice {
  field: string;
  value: string;
  from: string;
}

/**
 * Decides each field: the newest word of the person first (the command's options, `episode.md`), then the
 * file's own tags, then its name, then the show.
 *
 * @returns the fields, and where each of the chief ones came from
 */
export function chooseMetadata(
  sources: Sources,
  now: Date,
): { metadata: Metadata; chose: Choice[] } {
  const { decided, details, tags, show, recordingName, transcriptLanguage } = sources;
  const chose: Choice[] = [];
  const pick = <T>(
    field: string,
    candidates: [T | null | undefined, string][],
    last: [T, string],
  ) => {
    const found = candidates.find(
      ([value]) => value !== null && value !== undefined && value !== '',
    );
    const [value, from] = (found ?? last) as [T, string];
    chose.push({ field, value: String(value), from });
    return value;
  };
  const said = <K extends keyof Details>(field: K): [Details[K], string][] =>
    saidByPerson(field, decided, details);
  const quietly = <K extends keyof Details>(field: K) => said(field)[0]?.[0];

  const title = pick(
    'title',
    [...said('title'), [tags.title, 'the recording’s tags']],
    [titleFromName(recordingName), 'the file name'],
  );
  const date = pick(
    'date',
    [
      ...said('date'),
      [decided.date, decided.dateFrom ?? 'decided when it first arrived'],
      [tags.date, 'the recording’s tags'],
      [dateInName(recordingName), 'the file name'],
    ],
    [now.toISOString(), 'now'],
  );
  const language = pick(
    'language',
    [
      ...said('language'),
      [transcriptLanguage, 'the transcript'],
      [canonical(tags.language), 'the recording’s tags'],
    ],
    [show.language, 'the show'],
  );
  const description = pick(
    'description',
    [...said('description'), [tags.description ?? tags.comment, 'the recording’s tags']],
    ['', 'nowhere'],
  );
  const metadata: Metadata = {
    title,
    date,
    language,
    description,
    tags: [...new Set(quietly('tags') ?? [])],
    speakers: { ...details.speakers, ...quietly('speakers') },
    people: quietly('people')?.map((said) => ({ ...justNamed(said.name), ...said })) ?? null,
    explicit: quietly('explicit') ?? show.explicit,
    draft: quietly('draft') ?? false,
    unlisted: quietly('unlisted') ?? false,
    episodeType: quietly('episodeType') ?? 'full',
    block: quietly('block') ?? false,
    license: quietly('license') ?? null,
    location: quietly('location') ?? null,
    season: quietly('season') ?? null,
    number: quietly('number') ?? null,
    chapters: quietly('chapters'),
    soundbites: quietly('soundbites') ?? [],
  };
  return { metadata, chose: chose.filter(({ value }) => value !== '') };
}

/** What the person said last: an option, unless `episode.md` was edited there since. */
function saidByPerson<K extends keyof Details>(
  field: K,
  decided: Decided,
  details: Details,
): [Details[K], string][] {
  const option = decided.options[field];
  const written: [Details[K], string] = [details[field], 'episode.md'];
  if (option === undefined) return [written];
  const chosen: [Details[K], string] = [option.value as Details[K], 'the command'];
  const editedSince =
    JSON.stringify(details[field] ?? null) !== JSON.stringify(option.insteadOf ?? null);
  return editedSince && details[field] !== undefined ? [written, chosen] : [chosen, written];
}

function canonical(language: string | null): string | null {
  try {
    return language === null ? null : (Intl.getCanonicalLocales(language)[0] ?? null);
  } catch {
    return null;
  }
}
