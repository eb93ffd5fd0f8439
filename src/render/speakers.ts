import type { Episode } from '../episode/episode.ts';
import { startOfTurn } from '../episode/segment.ts';
import { type Transcript, type Turn, wordsOfTurn } from '../episode/transcript.ts';

/** How many speaker colours the style sheet has. From the seventh speaker on they come round again. */
const colours = 6;

/** How a page shows who has a turn; looked up, since a file may bring any number of speakers. */
export interface SpeakersShown {
  /** The names as one string, null where nobody is named. */
  nameOf(turn: Turn): string | null;
  /** The class that gives a turn its speaker's colour; null where the transcript does not say who speaks. */
  classOf(turn: Turn): string | null;
}

export function showSpeakers({ speakers }: Transcript): SpeakersShown {
  const shown = new Map(
    speakers.map(({ label, name }, at) => [
      label,
      { name, colour: `speaker-${(at % colours) + 1}` },
    ]),
  );
  return {
    nameOf: ({ speakers: labels }) =>
      labels.map((label) => shown.get(label)?.name ?? label).join(' / ') || null,
    classOf: ({ speakers: [label] }) => shown.get(label ?? '')?.colour ?? null,
  };
}

/**
 * The class of a speaker's colour.
 *
 * @param names of who speaks, separated by commas; the first has the colour
 * @returns null where the episode knows no such speaker
 */
export function colourOf({ transcript }: Episode, names: string | null): string | null {
  const first = names?.split(', ')[0];
  const at = transcript?.speakers.findIndex(({ name }) => name === first) ?? -1;
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
  const { classOf } = showSpeakers(transcript);
  return transcript.turns.flatMap((turn, at) => {
    const start = startOfTurn(turn);
    if (start === null) return [];
    const next = transcript.turns[at + 1];
    const end = (next && startOfTurn(next)) ?? lastMoment(turn, start);
    return [{ start, end, speaker: classOf(turn) }];
  });
}

/** Names for a list of episodes: the people heard in it, else the transcript's speakers beyond bare initials. */
export function whoSpeaks(episode: Episode): string[] {
  if (episode.people.length > 0) return episode.people.map(({ name }) => name);
  const names = (episode.transcript?.speakers ?? []).map(({ name }) => name);
  return [...new Set(names)].filter((name) => name.length > 2);
}

function lastMoment(turn: Turn, start: number): number {
  let last = start;
  for (const word of wordsOfTurn(turn)) last = Math.max(last, word.end ?? word.start ?? last);
  return last;
}
