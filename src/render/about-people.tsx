import type { Person } from '../episode/person.ts';
import { webAddress } from '../markup/web-address.ts';
import { interfaceLanguage } from './language.ts';
import { isOnPages, PortraitOf } from './portrait.tsx';
import type { Site } from './site.ts';

/** After the words, those who were heard: a picture and a few sentences, where there are any. */
export function AboutPeople({ site, people }: { site: Site; people: Person[] }) {
  const shown = people.filter(isDescribed);
  if (shown.length === 0) return null;
  return (
    <section class="about-people" aria-labelledby="people-heading">
      <h2 id="people-heading" {...interfaceLanguage}>
        People
      </h2>
      <ul>
        {shown.map((person) => (
          <li>
            <AboutPerson site={site} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AboutPerson({ site, person }: { site: Site; person: Person }) {
  const { name, role, url } = person;
  const address = webAddress(url);
  return (
    <div class="about-person">
      <PortraitOf site={site} person={person} />
      <div>
        <p class="about-name">
          {address === null ? name : <a href={address}>{name}</a>}
          {role && (
            <span class="quiet" {...interfaceLanguage}>
              , {role}
            </span>
          )}
        </p>
        <Bio person={person} />
      </div>
    </div>
  );
}

/** A person's few sentences, in paragraphs where blank lines part them. */
export function Bio({ person: { bio } }: { person: Person }) {
  const paragraphs = (bio ?? '').split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return (
    <>
      {paragraphs.map((text) => (
        <p class="bio">{text}</p>
      ))}
    </>
  );
}

function isDescribed({ bio, picture }: Person): boolean {
  return bio !== null || (picture !== null && isOnPages(picture));
}
