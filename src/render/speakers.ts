import type { Episode } from '../episode/episode.ts';
import { startOfTurn } from '../episode/segment.ts';
import { type Transcript, type Turn, wordsOfTurn } from '../episode/transcript.ts';

/** How many speaker colours the style sheet has. From the seventh speaker on they come round again. */
const colours = 6;

/** The class that gives a turn its speaker's colour; none where the transcript does not say who speaks. */
export function speakerClass(turn: Turn, transcript: Transcript): string | null {
  const at = transcript.speakers.findIndex(({ label }) => label === turn.speakers[0]);
  return at === -1 ? null : `speaker-${(at % colours) + 1}`;
}

/** Seconds of the recording that are known to be one speaker's. */
export interface Stretch {
  start: number;
  end: number;
  speaker: string | null;
}

/**
 * Who is heard when, in order. A turn reaches to the next one where that has a time, else to the last
 * moment the turn itself vouches for: turns without times in between may be anybody's.
 */
export function stretchesOf(transcript: Transcript): Stretch[] {
  return transcript.turns.flatMap((turn, at) => {
    const start = startOfTurn(turn);
    if (start === null) return [];
    const next = transcript.turns[at + 1];
    const end = (next && startOfTurn(next)) ?? lastMoment(turn, start);
    return [{ start, end, speaker: speakerClass(turn, transcript) }];
  });
}

/** Names for a list of episodes: the people someone named, else the transcript's speakers beyond bare initials. */
export function whoSpeaks(episode: Episode): string[] {
  if (episode.people.length > 0) return episode.people.map(({ name }) => name);
  return (episode.transcript?.speakers ?? []).filter((name) => name.length > 2);
}

function lastMoment(turn: Turn, start: number): number {
  let last = start;
  for (const word of wordsOfTurn(turn)) last = Math.max(last, word.end ?? word.start ?? last);
  return last;
}
