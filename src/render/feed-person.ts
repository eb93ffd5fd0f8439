import type { Person } from '../episode/person.ts';
import { webAddress } from '../markup/web-address.ts';
import { type Element, element } from './feed-element.ts';
import { line } from './feed-text.ts';
import { pictureAddress } from './portrait.tsx';
import type { Site } from './site.ts';

/** podcast:person: "name <= 128; role/group from taxonomy.json, default host/cast" (docs/tags/person.md). */
export function personElements(site: Site, people: Person[]): Element[] {
  return people
    .map((person) => ({ ...person, name: line(person.name, 128) }))
    .filter(({ name }) => name !== '')
    .map(({ name, role, group, url, picture }) =>
      element('podcast:person', name, {
        role: line(role),
        group: line(group ?? ''),
        img: pictureAddress(site, picture),
        href: webAddress(url),
      }),
    );
}
