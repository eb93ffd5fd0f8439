import { keptFor, type RemovedEpisode } from '../store/removed.ts';

/** Tells whoever sends the recording of an episode that was removed that it need not become a new one. */
export function tellRemoved({ slug, removed }: RemovedEpisode): string {
  const until = new Date(Date.parse(removed) + keptFor).toISOString();
  const was = `This recording was published as “${slug}” until ${dayOf(removed)}`;
  const back = `until ${dayOf(until)} \`npm run episode -- restore ${slug}\` brings that back with its GUID`;
  const anew =
    'what is sent anew is a new episode to apps, and has to be removed first to bring that back';
  return `${was}; ${back}. Else ${anew}.`;
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
