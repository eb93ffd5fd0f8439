import type { Chapter } from '../episode/episode.ts';
import { clock } from '../episode/timecode.ts';
import { interfaceLanguage } from './language.ts';
import { momentId } from './moments.ts';

/** The chapters as a list, each a link to its moment. */
export function Chapters({ chapters }: { chapters: Chapter[] }) {
  if (chapters.length === 0) return null;
  return (
    <section class="chapters" aria-labelledby="chapters-heading">
      <h2 id="chapters-heading" {...interfaceLanguage}>
        Chapters
      </h2>
      <ol>
        {chapters.map(({ start, title }) => (
          <li>
            <a href={`#${momentId(start)}`}>
              <span class="figure">{clock(start)}</span> {title}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
