import type { ComponentChildren } from 'preact';
import type { Chapter } from '../episode/episode.ts';
import { startOfTurn, textOf } from '../episode/segment.ts';
import { clock, isoDuration } from '../episode/timecode.ts';
import type { Break, Paragraph, Turn } from '../episode/transcript.ts';
import { interfaceLanguage } from './language.ts';
import { momentId } from './moments.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { SpeakersShown } from './speakers.ts';

/**
 * One turn: the name, the time, and the words as plain text in paragraphs with no element a word; only
 * what is set apart has one. Words are parted by one space each, which is how `player.js` counts them.
 */
export function TurnText({
  id,
  turn,
  speakers,
  places,
  isLong,
}: {
  id: string;
  turn: Turn;
  speakers: SpeakersShown;
  /** The chapters that begin before a paragraph. */
  places: Map<Paragraph, Chapter[]>;
  /** Whether it is one of so many that each says how much text it has. */
  isLong: boolean;
}) {
  const [first, ...later] = turn.paragraphs;
  const name = speakers.nameOf(turn);
  const start = startOfTurn(turn);
  const characters = isLong ? turn.paragraphs.map(({ words }) => textOf(words).length) : [];
  const said = ({ words }: Paragraph, at = 0) => (
    <p data-characters={characters[at]}>{parted(passagesOf(words).map(passage))}</p>
  );
  const headings = (paragraph: Paragraph | undefined) =>
    ((paragraph && places.get(paragraph)) ?? []).map((chapter) => <ChapterHeading {...chapter} />);
  return (
    <>
      {headings(first)}
      <section
        class={['turn', speakers.classOf(turn)].filter(Boolean).join(' ')}
        id={id}
        {...(isLong && {
          'data-characters': characters.reduce((sum, one) => sum + one, 0),
          'data-paragraphs': characters.length,
        })}
      >
        {(name !== null || start !== null) && (
          <p class="who">
            {name !== null && <b class="name">{name}</b>} {start !== null && <Moment at={start} />}
          </p>
        )}
        <div class="said">
          {first && said(first)}
          {later.flatMap((paragraph, at) => [...headings(paragraph), said(paragraph, at + 1)])}
        </div>
      </section>
    </>
  );
}

function passage({ kind, words }: Passage) {
  const text = textOf(words);
  if (kind === 'said') return text;
  return kind === 'direction' ? (
    <i class="direction">{text}</i>
  ) : (
    <span class="unsure">{text}</span>
  );
}

/** With a space between each. */
function parted(parts: ComponentChildren[]): ComponentChildren[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [' ', part]));
}

/** What is heard between turns and not written out: its name and when, or a line. */
export function BreakLine({ label, start, end }: Break) {
  if (label === null) return <hr class="break" />;
  return (
    <p class="break">
      {label} {start !== null && <Time at={start} />}
      {end !== null && (
        <>
          –<Time at={end} />
        </>
      )}
    </p>
  );
}

function Time({ at }: { at: number }) {
  return <time datetime={isoDuration(at)}>{clock(at)}</time>;
}

function ChapterHeading({ start, title }: Chapter) {
  return (
    <h3 class="chapter" id={momentId(start)}>
      {title}
    </h3>
  );
}

function Moment({ at }: { at: number }) {
  return (
    <a
      class="moment"
      href={`#${momentId(at)}`}
      aria-label={`Play from ${clock(at)}`}
      {...interfaceLanguage}
    >
      <Time at={at} />
    </a>
  );
}
