import type { Person } from '../episode/person.ts';
import { webAddress } from '../markup/web-address.ts';
import { type Element, element } from './feed-element.ts';
import { line } from './feed-text.ts';

/** podcast:person: "name <= 128; role/group from taxonomy.json, default host/cast" (docs/tags/person.md). */
export function personElements(people: Person[]): Element[] {
  return people
    .map(({ name, role, url }) => ({ name: line(name, 128), role: line(role), url }))
    .filter(({ name }) => name !== '')
    .map(({ name, role, url }) => element('podcast:person', name, { role, href: webAddress(url) }));
}
