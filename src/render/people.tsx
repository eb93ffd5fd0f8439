import type { Person } from '../episode/person.ts';
import { webAddress } from '../markup/web-address.ts';
import { icons } from './icons.tsx';
import { href, paths, type Site } from './site.ts';

/** Who is heard, each with a way to everything else they are heard in. */
export function People({ site, people }: { site: Site; people: Person[] }) {
  if (people.length === 0) return null;
  return (
    <ul class="people" aria-label="People">
      {people.map(({ name, role, url }) => (
        <li>
          <a href={href(site, paths.person(name))}>{name}</a>
          {role && <span class="quiet">, {role}</span>}
          <Elsewhere name={name} url={webAddress(url)} />
        </li>
      ))}
    </ul>
  );
}

function Elsewhere({ name, url }: { name: string; url: string | null }) {
  if (url === null) return null;
  return (
    <a class="elsewhere" href={url} aria-label={`${name} elsewhere`}>
      {icons.outward()}
    </a>
  );
}
