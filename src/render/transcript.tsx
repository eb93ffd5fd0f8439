import type { Chapter, Episode } from '../episode/episode.ts';
import { startOfTurn } from '../episode/segment.ts';
import type { Transcript } from '../episode/transcript.ts';
import { DataBlock } from '../markup/raw.tsx';
import { chapterPlaces } from './chapter-places.ts';
import { inLanguage, interfaceLanguage } from './language.ts';
import { momentId } from './moments.ts';
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
      <h2 id="transcript-heading" {...interfaceLanguage}>
        Transcript
      </h2>
      {transcript === null || episode.transcript === null ? (
        <p class="state" {...interfaceLanguage}>
          There is no transcript of this episode yet.
        </p>
      ) : (
        <>
          <TranscriptForms site={site} slug={episode.slug} published={episode.transcript} />
          <TimesState transcript={transcript} />
          <div {...inLanguage(transcript.language ?? episode.language)}>
            <Turns transcript={transcript} chapters={episode.chapters} />
          </div>
        </>
      )}
    </section>
  );
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
  if (timed * 3 >= turns.length * 2) return null;
  return (
    <p class="state" {...interfaceLanguage}>
      Only some passages have times; between them the text does not follow the sound.
    </p>
  );
}

function Turns({ transcript, chapters }: { transcript: Transcript; chapters: Chapter[] }) {
  const speakers = showSpeakers(transcript);
  const places = chapterPlaces(transcript, chapters);
  const ids = new Set([...places.values()].flat().map(({ start }) => momentId(start)));
  return (
    <>
      {transcript.turns.map((turn, at) => (
        <>
          {turn.breaksBefore?.map((found) => (
            <BreakLine {...found} />
          ))}
          <TurnText id={idOf(startOfTurn(turn), at, ids)} {...{ turn, speakers, places }} />
        </>
      ))}
      {transcript.breaksAfter?.map((found) => (
        <BreakLine {...found} />
      ))}
      {ids.size > 0 && (
        <DataBlock id="word-times" type="application/json" data={wordTimes(transcript)} />
      )}
    </>
  );
}

/** The moment a turn begins names it, unless a chapter or another turn begins at the same. */
function idOf(start: number | null, at: number, taken: Set<string>): string {
  const moment = start === null ? null : momentId(start);
  if (moment === null || taken.has(moment)) return `turn-${at + 1}`;
  taken.add(moment);
  return moment;
}
