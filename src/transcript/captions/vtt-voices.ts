import type { Problem } from '../../episode/transcript.ts';
import { speakersIn } from '../gather-turns.ts';
import { sumUpProblems } from '../sum-up-problems.ts';
import type { FoundCue, SpokenCue } from './cue.ts';
import { readingsLeftOut } from './cue-problems.ts';
import { dropRepeats } from './drop-repeats.ts';
import { speakLines } from './speak-lines.ts';
import { type CueText, readCueText } from './vtt-text.ts';

/**
 * Gives cues their speakers by their voices, or, in a file without voices, by names in the text.
 *
 * Some files name the voice in every cue, others only where it changes. A file is of the first kind if it
 * closes its voices with `</v>` or ever names the same one in two cues running: then a cue without a voice
 * is nobody's (music, say). Otherwise it goes on with the voice before it, and so does text without times.
 */
export function speakVttCues(cues: FoundCue[]): { cues: SpokenCue[]; problems: Problem[] } {
  const texts = cues.map(({ text, beside }) =>
    readCueText(beside === undefined ? text : `${beside}\n${text}`),
  );
  const nobody = namesEveryVoice(texts) ? [] : null;
  const people = new Map<string, string[]>();
  const spoken = cues.map(({ start, end, line }, at): SpokenCue => {
    const runs = texts[at]!.runs.map(({ voice, words }) => ({
      speakers: voice ? peopleIn(voice) : start === null ? null : nobody,
      words,
    }));
    return { start, end, line, called: 'The cue', runs };
  });
  const found = hasVoices(texts) ? dropRepeats(spoken) : speakLines(spoken);
  const readings = cues
    .filter((_, at) => texts[at]!.hasReadings)
    .map(({ line }) => ({ line, message: readingsLeftOut }));
  return { ...found, problems: [...sumUpProblems(readings), ...found.problems] };

  /** A file has few voices and many cues. */
  function peopleIn(voice: string): string[] {
    const known = people.get(voice) ?? speakersIn(voice);
    people.set(voice, known);
    return known;
  }
}

function hasVoices(texts: CueText[]): boolean {
  return texts.some(({ runs }) => runs.some((run) => run.voice));
}

function namesEveryVoice(texts: CueText[]): boolean {
  return texts.some(({ runs, closesVoice }, at) => {
    const voice = runs[0]?.voice;
    return closesVoice || Boolean(voice && voice === texts[at - 1]?.runs.at(-1)?.voice);
  });
}
