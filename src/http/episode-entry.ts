import type { Failure } from '../publish/failures.ts';
import { type Step, steps } from '../publish/progress.ts';
import type { Job } from '../publish/queue.ts';
import { type State, stateOf } from '../publish/state-of.ts';
import { absolute, paths } from '../render/site.ts';
import type { Context } from './context.ts';
import { type ProblemDetails, problemOf } from './error-responses.ts';

/** How one episode stands. */
export interface EpisodeEntry {
  slug: string;
  /** Null, as the date is, where it is not known before it is published. */
  title: string | null;
  date: string | null;
  state: State;
  url: string;
  publishing: {
    job: string;
    state: 'waiting' | 'running';
    step: Step | null;
    /** The step in words. */
    doing: string | null;
    /** How much of the step is done, 0–1. */
    share: number;
  } | null;
  failure: (ProblemDetails & { job: string; since: string }) | null;
  /** What its `episode.md` says that nobody reads. */
  warnings: string[];
}

/** Every episode: what is published, being made, or could not be made. */
export function episodeEntries(context: Context): EpisodeEntry[] {
  const { catalogue, publisher } = context;
  const jobs = new Map(publisher.active().map((job) => [job.about, job]));
  const failures = new Map(publisher.failures().map((failure) => [failure.slug, failure]));
  const slugs = new Set([...catalogue.slugs(), ...jobs.keys(), ...failures.keys()]);
  return Array.from(slugs, (slug) => entryOf(slug, jobs.get(slug), failures.get(slug), context));
}

/** One of them; null where there is nothing of that name. */
export function episodeEntry(slug: string, context: Context): EpisodeEntry | null {
  const { catalogue, publisher } = context;
  const job = publisher.active().findLast(({ about }) => about === slug);
  const failure = publisher.failures().find((one) => one.slug === slug);
  if (!catalogue.manifest(slug) && !job && !failure) return null;
  return entryOf(slug, job, failure, context);
}

function entryOf(
  slug: string,
  job: Job | undefined,
  failure: Failure | undefined,
  { catalogue, site }: Context,
): EpisodeEntry {
  const { episode: published = null, report } = catalogue.manifest(slug) ?? {};
  return {
    slug,
    title: published?.title ?? job?.title ?? failure?.title ?? null,
    date: published?.date ?? null,
    state: stateOf({
      published,
      isPublic: catalogue.episode(slug) !== undefined,
      isPublishing: job !== undefined,
    }),
    url: absolute(site(), paths.episode(catalogue.addressOf(slug))),
    publishing: job === undefined ? null : publishingOf(job),
    failure:
      failure === undefined
        ? null
        : { ...problemOf(failure.error), job: failure.job, since: failure.since },
    warnings: (report?.warnings ?? []).filter((warning) => warning.startsWith('episode.md, ')),
  };
}

function publishingOf({ id, state, step, share }: Job): EpisodeEntry['publishing'] {
  return {
    job: id,
    state: state === 'waiting' ? 'waiting' : 'running',
    step,
    doing: step && steps[step],
    share,
  };
}
