import type { Episode } from '../episode/episode.ts';
import { interfaceSentence } from './language.ts';
import { whoSpeaks } from './speakers.ts';

/** How to ask, with examples that this show has answers to. */
export function SearchHelp({ episodes }: { episodes: readonly Episode[] }) {
  return (
    <section class="search-help" aria-labelledby="how-to-ask" {...interfaceSentence}>
      <h2 id="how-to-ask">How to ask</h2>
      <p>
        A few words are enough: all of them are looked for, in any form and order. Questions can be
        more exact:
      </p>
      <dl>
        {examplesFrom(episodes).map(([example, meaning]) => (
          <div>
            <dt>
              <code dir="auto">{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** So many episodes are looked through for a name and a tag. */
const few = 50;

function examplesFrom(episodes: readonly Episode[]): [example: string, meaning: string][] {
  const newest = episodes.slice(0, few);
  const speaker = newest.flatMap(whoSpeaks)[0]?.split(' ').at(-1) ?? 'finch';
  const tag = newest.flatMap(({ tags }) => tags)[0] ?? 'history';
  const year = Number((newest[0]?.date ?? '2020').slice(0, 4));
  return [
    ['"thank you"', 'exactly these words, one after the other'],
    ['thank -you', 'without what follows the minus'],
    [`speaker:${asValue(speaker)}`, 'what this person says'],
    [`tag:${asValue(tag)}`, 'in episodes with this tag'],
    [
      `episode:${newest[0]?.slug ?? 'a-conversation'}`,
      'in this episode alone, with words to look for',
    ],
    [`after:${year - 1} before:${year}-07`, 'in episodes of that time: a year, a month or a day'],
    ['thank*', 'words that begin so'],
  ];
}

function asValue(text: string): string {
  const plain = text.toLowerCase();
  return /\s/.test(plain) ? `"${plain}"` : plain;
}
