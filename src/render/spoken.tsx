import type { Speaking, Spoken } from '../episode/speaking.ts';
import { episodeCount, length } from './figures.ts';
import { interfaceSentence } from './language.ts';
import { href, paths, type Site } from './site.ts';

/** How much somebody says in all, with a way to all of it. */
export function SpokenInAll({
  site,
  name,
  speaking,
}: {
  site: Site;
  name: string;
  speaking: Speaking;
}) {
  if (speaking.turns === 0) return null;
  return (
    <p class="spoken" {...interfaceSentence}>
      Speaks {howMuch(speaking)} in {episodeCount(speaking.episodes)}:{' '}
      <a href={href(site, searchFor(name))}>everything they say</a>
    </p>
  );
}

/** The same in one episode, among its facts. */
export function SpokenHere({
  site,
  name,
  slug,
  spoken,
}: {
  site: Site;
  name: string;
  slug: string;
  spoken: Spoken;
}) {
  return (
    <span>
      <a href={href(site, searchFor(name, slug))}>
        speaks {howMuch(spoken)}
        <span class="unseen">: everything they say in it</span>
      </a>
    </span>
  );
}

/** Minutes where times are known, else words. */
function howMuch({ seconds, words }: Spoken): string {
  return seconds >= 1 ? length(seconds) : `${words.toLocaleString('en')} words`;
}

/** Everything somebody says, as the search is asked for it: in passages, so turns are not counted here. */
function searchFor(name: string, slug?: string): string {
  const speaker = `speaker:"${name.replace(/["“”„«»]/g, ' ')}"`;
  return paths.search(slug === undefined ? speaker : `${speaker} episode:${slug}`);
}
