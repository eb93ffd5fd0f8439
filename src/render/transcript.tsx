import type { Chapter, Episode } from '../episode/episode.ts';
import { startOfTurn, textOf } from '../episode/segment.ts';
import { type Transcript, type Turn, wordsOfTurn } from '../episode/transcript.ts';
import { DataBlock } from '../markup/raw.tsx';
import { chapterPlaces } from './chapter-places.ts';
import { day } from './figures.ts';
import { icons } from './icons.tsx';
import { inLanguageOf, interfaceLanguage } from './language.ts';
import { momentId } from './moments.ts';
import { passagesOf } from './passages.ts';
import { QuoteBar } from './quote-bar.tsx';
import type { Site } from './site.ts';
import { showSpeakers } from './speakers.ts';
import { TranscriptForms } from './transcript-forms.tsx';
import { BreakLine, TurnText } from './turn.tsx';
import { wordTimes } from './word-times.ts';

/** What was said, turn by turn, and how else to have it; or the sentence that there is no transcript yet. */
export function TranscriptSection({
  site,
  episode,
  transcript,
}: {
  site: Site;
  episode: Episode;
  transcript: Transcript | null;
}) {
  return (
    <section class="transcript" id="transcript" aria-labelledby="transcript-heading">
      <header {...interfaceLanguage}>
        <h2 id="transcript-heading">Transcript</h2>
        {transcript && (
          <button type="button" class="find-here" data-opens="find" hidden>
            {icons.search()}Search
          </button>
        )}
      </header>
      {transcript === null || episode.transcript === null ? (
        <p class="state" {...interfaceLanguage}>
          There is no transcript of this episode yet.
        </p>
      ) : (
        <>
          <TranscriptForms site={site} slug={episode.slug} published={episode.transcript} />
          {episode.corrected && (
            <p class="corrected" {...interfaceLanguage}>
              Corrected on <time datetime={episode.corrected}>{day(episode.corrected)}</time>
            </p>
          )}
          <TimesState transcript={transcript} />
          <Turns transcript={transcript} language={episode.language} chapters={episode.chapters} />
          <QuoteBar />
        </>
      )}
    </section>
  );
}

function isUnsure({ paragraphs }: Turn): boolean {
  return paragraphs.some(({ words }) => passagesOf(words).some(({ kind }) => kind === 'unsure'));
}

/** Says it where the words cannot follow the sound, or not everywhere. */
function TimesState({ transcript: { turns } }: { transcript: Transcript }) {
  const timed = turns.filter((turn) => startOfTurn(turn) !== null).length;
  if (timed === 0) {
    return (
      <p class="state" {...interfaceLanguage}>
        This transcript has no times, so it does not follow the sound.
      </p>
    );
  }
  if (timed * 3 >= turns.length * 2) {
    return turns.some(isUnsure) ? (
      <p class="legend" {...interfaceLanguage}>
        Dotted lines: it is uncertain when these words are said, or whether they were heard right.
      </p>
    ) : null;
  }
  return (
    <p class="state" {...interfaceLanguage}>
      Only some passages have times; between them the text does not follow the sound.
    </p>
  );
}

/** The words themselves, with chapter headings between them and their times for `player.js`. */
export function Turns({
  transcript,
  language,
  chapters,
}: {
  transcript: Transcript;
  /** BCP 47 tag, for a transcript that does not name its own. */
  language: string;
  chapters: Chapter[];
}) {
  const speakers = showSpeakers(transcript);
  const places = chapterPlaces(transcript, chapters);
  const ids = new Set([...places.values()].flat().map(({ start }) => momentId(start)));
  const isLong = characters(transcript) >= long;
  return (
    <div
      class={isLong ? 'turns long' : 'turns'}
      {...inLanguageOf(opening(transcript), transcript.language, language)}
    >
      {transcript.turns.map((turn, at) => (
        <>
          {turn.breaksBefore?.map((found) => (
            <BreakLine {...found} />
          ))}
          <TurnText id={idOf(startOfTurn(turn), at, ids)} {...{ turn, speakers, places, isLong }} />
        </>
      ))}
      {transcript.breaksAfter?.map((found) => (
        <BreakLine {...found} />
      ))}
      {ids.size > 0 && (
        <DataBlock id="word-times" type="application/json" data={wordTimes(transcript)} />
      )}
    </div>
  );
}

/**
 * From so many characters on, some twenty minutes of speech, it says how long each turn is, so that what
 * is out of sight can wait: see `style/out-of-sight.css`.
 */
const long = 20_000;

function characters({ turns }: Transcript): number {
  return turns
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((sum, { words }) => sum + textOf(words).length, 0);
}

/** Enough of the text to tell its script by. */
function opening({ turns }: Transcript): string {
  const words = turns.slice(0, 50).flatMap((turn) => [...wordsOfTurn(turn)].slice(0, 50));
  return textOf(words);
}

/** The moment a turn begins names it, unless a chapter or another turn begins at the same. */
function idOf(start: number | null, at: number, taken: Set<string>): string {
  const moment = start === null ? null : momentId(start);
  if (moment === null || taken.has(moment)) return `turn-${at + 1}`;
  taken.add(moment);
  return moment;
}
