import { AlongsideError } from './error.ts';

/** `episode_not_found`, for those who publish. */
export function noEpisode(slug: string): AlongsideError {
  return new AlongsideError('episode_not_found', `There is no episode “${slug}”.`, {
    remedy: '`npm run status` lists them all, as /api/episodes does.',
  });
}
