import type { XmlElement } from '../markup/read-xml.ts';
import { webAddressIn } from './address.ts';
import { all, attribute, oneLine } from './elements.ts';
import type { FeedPerson } from './feed.ts';

/** Those whom `podcast:person` names, in a channel or an item, each part of a person once. */
export function readPeople(element: XmlElement, base: string): FeedPerson[] {
  const people = all(element, 'podcast:person').flatMap((person) => {
    const name = oneLine(person.text, 128);
    if (name === null) return [];
    const word = (key: string) => oneLine(attribute(person, key), 128)?.toLowerCase() ?? null;
    return {
      name,
      role: word('role'),
      group: word('group'),
      link: webAddressIn(base, attribute(person, 'href')),
      picture: webAddressIn(base, attribute(person, 'img')),
    };
  });
  const byPart = new Map(people.map((one) => [`${one.name}\n${one.role}\n${one.group}`, one]));
  return [...byPart.values()].slice(0, 1000);
}
